import {
  isInitializeRequest,
  type McpServerFactory,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { ErrorCode, requestIdOf } from "@plainmcp/core/engine";
import { errorResponse } from "./error-response.js";
import type { EventStore } from "./event-store.js";
import { exchangeBatch } from "./exchange-batch.js";
import { onBodyEnd } from "./on-body-end.js";
import { StreamPauses } from "./stream-pauses.js";
import { tolerantEventStore } from "./tolerant-event-store.js";
import { withRequestId } from "./with-request-id.js";

const RETRY_AFTER_SECONDS = "30";

/** What the sessions need to know. */
export interface LegacySessionsOptions {
  readonly maxSessions: number;
  readonly sessionTtlMs: number;
  readonly keepAliveMs: number;
  readonly eventStore: (sessionId: string) => EventStore;
  /** Is told what the SDK says of a client's messages. */
  readonly onError: (error: Error) => void;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

interface Session {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly server: Server;
  openRequests: number;
  lastUsed: number;
}

/**
 * The sessions of legacy clients, each with a server of its own. Expired ones are closed when the next request comes,
 * rather than by a timer, which some runtimes do not let outlive a request.
 */
export class LegacySessions {
  readonly #factory: McpServerFactory;
  readonly #options: LegacySessionsOptions;
  /** By id, the least recently used first. */
  readonly #sessions = new Map<string, Session>();
  readonly #pauses = new StreamPauses();
  #opening = 0;

  constructor(factory: McpServerFactory, options: LegacySessionsOptions) {
    this.#factory = factory;
    this.#options = options;
  }

  /** Answers a request of a legacy client; `body` is the parsed one of a POST. */
  handle(request: Request, body?: unknown): Promise<Response> {
    this.#closeExpired();
    const id = request.headers.get("mcp-session-id");
    if (id !== null) return this.#continue(id, request, body);
    if (Array.isArray(body)) return exchangeBatch(body, undefined, () => Promise.resolve(sessionRequired(body)));
    return isMethod(body, "initialize") ? this.#initialize(request, body) : Promise.resolve(sessionRequired(body));
  }

  /** Ends the streams that have no end of their own, so that only answers are left to wait for. */
  endStandingStreams(): void {
    for (const { transport } of this.#sessions.values()) transport.closeStandaloneSSEStream();
  }

  /** Closes every session, and with it what is still being answered. */
  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ transport }) => transport.close()));
  }

  #continue(id: string, request: Request, body: unknown): Promise<Response> {
    const session = this.#sessions.get(id);
    if (session !== undefined) {
      if (!Array.isArray(body)) return this.#exchange(session, request, body);
      const revision = session.server.getNegotiatedProtocolVersion();
      return exchangeBatch(body, revision, (messages) => this.#exchange(session, request, messages));
    }
    const message = "Session not found. It may have expired: initialize a new one.";
    return Promise.resolve(errorResponse(404, ErrorCode.sessionNotFound, message, { id: requestIdOf(body) }));
  }

  async #initialize(request: Request, body: unknown): Promise<Response> {
    const id = requestIdOf(body);
    if (!isInitializeRequest(body)) {
      const message = "Invalid params: initialize needs protocolVersion, capabilities and clientInfo.";
      return errorResponse(400, ErrorCode.invalidParams, message, { id });
    }
    if (!this.#makeRoom()) {
      const headers = { "retry-after": RETRY_AFTER_SECONDS };
      return errorResponse(503, ErrorCode.internalError, "Too many sessions are open. Try again later.", {
        id,
        headers,
      });
    }
    let session: Session;
    this.#opening++;
    try {
      session = await this.#open(request);
    } finally {
      this.#opening--;
    }
    return this.#exchange(session, request, body);
  }

  async #open(request: Request): Promise<Session> {
    const sessionId = crypto.randomUUID();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => sessionId,
      onsessioninitialized: (id) => void this.#sessions.set(id, session),
      eventStore: tolerantEventStore(this.#options.eventStore(sessionId), this.#options.onError),
      keepAliveMs: this.#options.keepAliveMs,
    });
    transport.onerror = this.#options.onError;
    transport.onclose = () => {
      if (transport.sessionId !== undefined) this.#sessions.delete(transport.sessionId);
    };
    const product = await this.#factory({ era: "legacy", requestInfo: request });
    const server = "server" in product ? product.server : product;
    await server.connect(transport);
    this.#pauses.heed(transport);
    const session: Session = { transport, server, openRequests: 0, lastUsed: this.#options.now() };
    return session;
  }

  async #exchange(session: Session, request: Request, body: unknown): Promise<Response> {
    const { transport } = session;
    session.openRequests++;
    this.#touch(session);
    const ended = (): void => {
      session.openRequests--;
      this.#touch(session);
    };
    try {
      const response = await transport.handleRequest(request, { parsedBody: body });
      // A refused `initialize` has made no session: nothing would ever use this server again.
      if (transport.sessionId === undefined) await session.server.close();
      return onBodyEnd(await withRequestId(response, body), ended, () => this.#pauses.lastWords(request));
    } catch (error) {
      ended();
      throw error;
    }
  }

  #touch(session: Session): void {
    session.lastUsed = this.#options.now();
    const id = session.transport.sessionId;
    if (id !== undefined && this.#sessions.delete(id)) this.#sessions.set(id, session);
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
    for (const session of this.#sessions.values()) {
      if (session.openRequests > 0) continue;
      void session.transport.close();
      return true;
    }
    return false;
  }
}

function sessionRequired(body: unknown): Response {
  const message = "The Mcp-Session-Id header is required. It comes with the response to initialize.";
  return errorResponse(400, ErrorCode.invalidRequest, message, { id: requestIdOf(body) });
}

function isMethod(body: unknown, method: string): boolean {
  return typeof body === "object" && body !== null && "method" in body && body.method === method;
}
