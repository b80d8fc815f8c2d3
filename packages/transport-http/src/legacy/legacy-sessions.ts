import type { JSONRPCRequest, McpRequestContext, Server } from "@modelcontextprotocol/server";
import { type ClientIds, ErrorCode, requestIdOf } from "@plainmcp/core/engine";
import { errorResponse } from "../error-response.js";
import { notAcceptable } from "../not-acceptable.js";
import type { Body } from "../parse-body.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import { onBodyEnd } from "../stream/on-body-end.js";
import { readAccept } from "../stream/read-accept.js";
import { ANSWERS, LegacyTransport } from "./legacy-transport.js";
import { readPost } from "./read-post.js";
import type { SessionEvents } from "./session-events.js";
import { sessionNotFound } from "./session-not-found.js";

const RETRY_AFTER_SECONDS = "30";

/** Makes the server of a client that stays. */
export type CreateServer = (context: McpRequestContext, ids: ClientIds) => Server;

/** What the sessions need to know. */
export interface LegacySessionsOptions {
  readonly maxSessions: number;
  readonly sessionTtlMs: number;
  readonly keepAlive: KeepAlive;
  /** Keeps what a session was sent. */
  readonly events: (sessionId: string) => SessionEvents;
  /** Is told what the SDK says of a client's messages. */
  readonly onError: (error: Error) => void;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

interface Session {
  readonly transport: LegacyTransport & { readonly sessionId: string };
  readonly server: Server;
  openRequests: number;
  lastUsed: number;
}

/**
 * The sessions of legacy clients, each with a server of its own. Expired ones are closed when the next request comes,
 * rather than by a timer, which some runtimes do not let outlive a request.
 */
export class LegacySessions {
  readonly #createServer: CreateServer;
  readonly #options: LegacySessionsOptions;
  /** By id, the least recently used first. */
  readonly #sessions = new Map<string, Session>();
  #opening = 0;

  constructor(createServer: CreateServer, options: LegacySessionsOptions) {
    this.#createServer = createServer;
    this.#options = options;
  }

  /** Answers a request of a legacy client; `body` is the parsed one of a POST. */
  async handle(request: Request, body?: Body): Promise<Response> {
    this.#closeExpired();
    // Whatever session it names: a client that has lost its own begins anew.
    if (body && isInitialize(body)) return await this.#initialize(request, body);
    const id = request.headers.get("mcp-session-id");
    const session = id === null ? undefined : this.#sessions.get(id);
    if (session !== undefined) return await this.#continue(session, request, body);
    if (id !== null) return sessionNotFound(requestIdOf(body));
    const post = body && readPost(body, undefined);
    return post instanceof Response ? post : sessionRequired(body);
  }

  /** Ends the streams that have no end of their own, so that only answers are left to wait for. */
  endStandingStreams(): void {
    for (const { transport } of this.#sessions.values()) transport.endStandingStreams();
  }

  /** Resolves when every request has been answered, those of clients that have gone included. */
  async whenAnswered(): Promise<void> {
    await Promise.all(Array.from(this.#sessions.values(), ({ transport }) => transport.whenAnswered()));
  }

  /** Answers every open request with an error. */
  answerRest(text: string): void {
    for (const { transport } of this.#sessions.values()) transport.answerRest(text);
  }

  /** Closes every session, and with it what is still being answered. */
  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ transport }) => transport.close()));
  }

  async #continue(session: Session, request: Request, body: Body | undefined): Promise<Response> {
    const { transport, server } = session;
    switch (request.method) {
      case "GET":
        return await this.#exchange(session, () => transport.listen(request));
      case "DELETE":
        await transport.close();
        return new Response(null, { status: 200 });
      default: {
        const post = readPost(body as Body, server.getNegotiatedProtocolVersion());
        return post instanceof Response ? post : await this.#exchange(session, () => transport.receive(request, post));
      }
    }
  }

  async #initialize(request: Request, message: JSONRPCRequest): Promise<Response> {
    const { id } = message;
    const problem = problemOfInitialize(message);
    if (problem !== undefined) return errorResponse(400, ErrorCode.invalidParams, problem, { id });
    const { events, json } = readAccept(request);
    if (!events && !json) return notAcceptable(ANSWERS, message);
    if (!this.#makeRoom()) {
      const headers = { "retry-after": RETRY_AFTER_SECONDS };
      return errorResponse(503, ErrorCode.internalError, "Too many sessions are open. Try again later.", {
        id,
        headers,
      });
    }
    this.#opening++;
    try {
      const session = await this.#open(request);
      this.#sessions.set(session.transport.sessionId, session);
      return await this.#exchange(session, () => session.transport.receive(request, { messages: [message] }));
    } finally {
      this.#opening--;
    }
  }

  async #open(request: Request): Promise<Session> {
    const id = crypto.randomUUID();
    const { events, keepAlive, onError, now } = this.#options;
    const transport = new LegacyTransport({ keepAlive, session: { id, events: events(id) } });
    transport.onerror = onError;
    transport.onclose = () => void this.#sessions.delete(id);
    const server = this.#createServer({ era: "legacy", requestInfo: request }, transport.ledger);
    await server.connect(transport);
    return { transport: transport as Session["transport"], server, openRequests: 0, lastUsed: now() };
  }

  async #exchange(session: Session, answer: () => Promise<Response>): Promise<Response> {
    session.openRequests++;
    this.#touch(session);
    const ended = (): void => {
      session.openRequests--;
      this.#touch(session);
    };
    try {
      return onBodyEnd(await answer(), ended);
    } catch (error) {
      ended();
      throw error;
    }
  }

  #touch(session: Session): void {
    session.lastUsed = this.#options.now();
    const id = session.transport.sessionId;
    if (this.#sessions.delete(id)) this.#sessions.set(id, session);
  }

  #closeExpired(): void {
    const oldest = this.#options.now() - this.#options.sessionTtlMs;
    for (const session of this.#sessions.values()) {
      if (session.lastUsed > oldest) return;
      if (session.openRequests === 0) void session.transport.close();
    }
  }

  #makeRoom(): boolean {
    if (this.#sessions.size + this.#opening < this.#options.maxSessions) return true;
    const idle = [...this.#sessions.values()].filter(({ openRequests }) => openRequests === 0);
    // One whose calls go on without their client is the last to go.
    const longest = idle.find(({ transport }) => transport.ledger.open.length === 0) ?? idle[0];
    void longest?.transport.close();
    return longest !== undefined;
  }
}

function sessionRequired(body: unknown): Response {
  const message = "The Mcp-Session-Id header is required. It comes with the response to initialize.";
  return errorResponse(400, ErrorCode.invalidRequest, message, { id: requestIdOf(body) });
}

function isInitialize(body: Body): body is JSONRPCRequest {
  return "method" in body && body.method === "initialize" && "id" in body;
}

function problemOfInitialize({ params = {} }: JSONRPCRequest): string | undefined {
  const { protocolVersion, capabilities, clientInfo } = params;
  if (typeof protocolVersion !== "string") return "Invalid params: initialize needs a protocolVersion, a string.";
  if (!isObject(capabilities)) return "Invalid params: initialize needs capabilities, an object.";
  if (!isObject(clientInfo) || typeof clientInfo.name !== "string" || typeof clientInfo.version !== "string") {
    return "Invalid params: initialize needs clientInfo, an object with a name and a version.";
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
