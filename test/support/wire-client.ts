import { modernParams } from "./modern-message.js";
import { MODERN } from "./revisions.js";
import { WireLog } from "./wire-log.js";
import type { Message } from "./wire-schemas.js";

// Unique in the process, because all its servers write to the same log.
let lastId = 0;

/** A client that sends raw messages and keeps all that it receives. Subclasses define how it reaches the server. */
export abstract class WireClient {
  readonly log: WireLog = new WireLog();
  /** The revision in which {@link WireClient.request} sends requests. */
  revision: string;
  /** Its capabilities, which it declares in each request, or once in `initialize`. */
  readonly capabilities: object;

  constructor(revision: string = MODERN, capabilities: object = {}) {
    this.revision = revision;
    this.capabilities = capabilities;
  }

  /** Sends a message, or an array of them. Resolves when the server has accepted it, or for a request, when it is sent. */
  abstract send(message: object): Promise<void>;

  /** Cancels a request, in the way of this transport. */
  abstract cancel(id: string | number): Promise<void>;

  /** The log of the server and its class so far. */
  abstract logs(): string;

  /** Makes the server shut down gracefully. */
  abstract endServer(): Promise<void>;

  /** Ends both sides immediately. */
  abstract close(): Promise<void>;

  get isModern(): boolean {
    return this.revision === MODERN;
  }

  /** Opens a legacy connection, and returns the answer to `initialize`. */
  async initialize(revision: string = this.revision): Promise<Message> {
    const clientInfo = { name: "by-hand", version: "1" };
    const params = { protocolVersion: revision, capabilities: this.capabilities, clientInfo };
    const answer = await this.ask("initialize", params);
    if (answer.result === undefined) return answer;
    this.revision = String(answer.result.protocolVersion);
    await this.send({ method: "notifications/initialized" });
    return answer;
  }

  /** Sends a request in the form of the client's era, and waits for its answer. */
  request(method: string, params?: object, meta?: object): Promise<Message> {
    return this.answer(this.begin(method, params, meta));
  }

  /** Sends a request in the form of the client's era, and returns its id. */
  begin(method: string, params?: object, meta?: object): number {
    const id = this.newId();
    const all = this.params(params, meta);
    void this.send({ id, method, ...(all && { params: all }) });
    return id;
  }

  /** Calls a tool. */
  call(name: string, args: object = {}, meta?: object): Promise<Message> {
    return this.request("tools/call", { name, arguments: args }, meta);
  }

  /** Sends a notification in the form of the client's era. */
  notify(method: string, params: object = {}): Promise<void> {
    return this.send({ method, params: this.params(params) });
  }

  /** Sends a request as it is, and waits for its answer. */
  ask(method: string, params?: object): Promise<Message> {
    const id = this.newId();
    void this.send({ id, method, ...(params && { params }) });
    return this.answer(id);
  }

  /** Params in the form of the client's era. */
  params(params?: object, meta?: object): object | undefined {
    if (!this.isModern) return meta ? { ...params, _meta: meta } : params;
    return modernParams(params ?? {}, { "io.modelcontextprotocol/clientCapabilities": this.capabilities, ...meta });
  }

  /** Returns an unused request id. */
  newId(): number {
    return ++lastId;
  }

  messages(): Message[] {
    return this.log.fromServer;
  }

  /** Waits for the answer to a request. */
  answer(id: string | number | undefined): Promise<Message> {
    return this.message((message) => message.id === id && message.method === undefined);
  }

  /** Waits for the first message that matches. */
  message(isSuch: (message: Message) => boolean): Promise<Message> {
    return this.until(() => this.messages().find(isSuch));
  }

  /** The messages of a method so far. */
  told(method: string): Message[] {
    return this.messages().filter((message) => message.method === method);
  }

  /** Resolves when the log contains the text. */
  async logged(text: string): Promise<void> {
    await this.until(() => this.logs().includes(text) || undefined);
  }

  /** Polls until something is found. The test's own timeout ends the wait. */
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** A message or a batch, in its form on the wire. */
export function toText(message: object): string {
  return JSON.stringify(Array.isArray(message) ? message : { jsonrpc: "2.0", ...message });
}
