import { modernHeaders, VERSION } from "./modern-message.js";
import { POST_HEADERS } from "./post.js";
import { readEvents } from "./read-events.js";
import { toText, WireClient } from "./wire-client.js";
import type { Message } from "./wire-schemas.js";

/** A server that is reached over HTTP. */
export interface HttpTarget {
  readonly url: string;
  readonly fetch: typeof fetch;
  /** Whether it serves legacy clients without sessions. */
  readonly isStateless: boolean;
  logs(): string;
  close(): Promise<void>;
}

/** A client of a server over HTTP. It sends each message in its own request. */
export class HttpConnection extends WireClient {
  readonly target: HttpTarget;
  /** The session, once the server has opened one. */
  session: string | undefined;
  /** Aborts each unanswered request. */
  readonly #open = new Map<unknown, AbortController>();

  constructor(target: HttpTarget, revision?: string, capabilities?: object) {
    super(revision, capabilities);
    this.target = target;
  }

  override async initialize(revision?: string): Promise<Message> {
    const answer = await super.initialize(revision);
    // Messages that do not belong to a request arrive on a stream of their own.
    if (this.session !== undefined) await this.#listen();
    return answer;
  }

  async send(message: object): Promise<void> {
    const text = toText(message);
    this.log.sent(text);
    const { id, method } = message as Message;
    const hasAnswer = Array.isArray(message) || (id !== undefined && method !== undefined);
    const answered = this.sendBytes(text, message);
    if (!hasAnswer) await answered;
  }

  /** Sends bytes as a body, with the headers of a message. Resolves when the whole answer has arrived. */
  async sendBytes(body: string | Uint8Array<ArrayBuffer>, message: Message = {}): Promise<void> {
    const headers = { ...POST_HEADERS, ...this.#headers(message) };
    await this.#exchange(message.id ?? {}, { method: "POST", headers, body });
  }

  /** Cancels by a notification if the server has sessions, and otherwise by disconnecting. */
  async cancel(requestId: string | number): Promise<void> {
    if (this.session === undefined) this.#open.get(requestId)?.abort();
    else await this.send({ method: "notifications/cancelled", params: { requestId } });
  }

  logs(): string {
    return this.target.logs();
  }

  async endServer(): Promise<void> {
    await this.target.close();
    this.session = undefined;
  }

  async close(): Promise<void> {
    if (this.session !== undefined) await this.#fetch({ method: "DELETE", headers: this.#headers({}) });
    for (const controller of this.#open.values()) controller.abort();
    await this.target.close();
  }

  #headers(message: Message): Record<string, string> {
    if (this.isModern || hasEnvelope(message)) return modernHeaders(message);
    const isKnown = this.session !== undefined || this.target.isStateless;
    return {
      ...(this.session !== undefined && { "mcp-session-id": this.session }),
      ...(isKnown && this.revision >= "2025-06-18" && { "mcp-protocol-version": this.revision }),
    };
  }

  #fetch(init: RequestInit): Promise<Response> {
    return this.target.fetch(this.target.url, init);
  }

  async #listen(): Promise<void> {
    const headers = { accept: "text/event-stream", ...this.#headers({}) };
    const controller = new AbortController();
    this.#open.set(controller, controller);
    const response = await this.#fetch({ headers, signal: controller.signal });
    void this.#unlessLeft(controller.signal, () => this.#receive(response));
  }

  async #exchange(key: unknown, init: RequestInit): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#open.set(key, controller);
    await this.#unlessLeft(signal, async () => this.#receive(await this.#fetch({ ...init, signal })));
    if (this.#open.get(key) === controller) this.#open.delete(key);
  }

  async #receive(response: Response): Promise<void> {
    this.session ??= response.headers.get("mcp-session-id") ?? undefined;
    if (response.headers.get("content-type") === "text/event-stream") {
      for await (const { message } of readEvents(response)) if (message) this.log.received(JSON.stringify(message));
      return;
    }
    const text = await response.text();
    if (text !== "") this.log.received(text);
  }

  /** A client that disconnects does not wait for an answer. */
  async #unlessLeft(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

function hasEnvelope({ params }: Message): boolean {
  return VERSION in ((params?._meta ?? {}) as object);
}
