import { modernParams } from "./modern-message.js";
import { MODERN } from "./revisions.js";
import { WireLog } from "./wire-log.js";
import type { Message } from "./wire-schemas.js";

// Unique in the process, since servers in it log to one place.
let lastId = 0;

/** A client that writes its messages itself, and keeps all that comes back. How it reaches its server is for subclasses. */
export abstract class WireClient {
  readonly log: WireLog = new WireLog();
  /** The revision in whose words {@link WireClient.request} asks. */
  revision: string;
  /** What it can do, as it says with each request or once in `initialize`. */
  readonly capabilities: object;

  constructor(revision: string = MODERN, capabilities: object = {}) {
    this.revision = revision;
    this.capabilities = capabilities;
  }

  /** Sends a message, or an array of them. Resolves when the server has taken it; of requests, when they are on their way. */
  abstract send(message: object): Promise<void>;

  /** Gives a request up, as clients do here. */
  abstract cancel(id: string | number): Promise<void>;

  /** What the server and its class have logged so far. */
  abstract logs(): string;

  /** Has the server end in good order. */
  abstract endServer(): Promise<void>;

  /** Ends both sides at once. */
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

  /** Sends a request in words of the client's era, and waits for its answer. */
  request(method: string, params?: object, meta?: object): Promise<Message> {
    return this.answer(this.begin(method, params, meta));
  }

  /** Sends a request in words of the client's era, and returns its id. */
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

  /** Sends a notification in words of the client's era. */
  notify(method: string, params: object = {}): Promise<void> {
    return this.send({ method, params: this.params(params) });
  }

  /** Sends a request as it is, and waits for its answer. */
  ask(method: string, params?: object): Promise<Message> {
    const id = this.newId();
    void this.send({ id, method, ...(params && { params }) });
    return this.answer(id);
  }

  /** Params in words of the client's era. */
  params(params?: object, meta?: object): object | undefined {
    if (!this.isModern) return meta ? { ...params, _meta: meta } : params;
    return modernParams(params ?? {}, { "io.modelcontextprotocol/clientCapabilities": this.capabilities, ...meta });
  }

  /** An id that no request has had. */
  newId(): number {
    return ++lastId;
  }

  messages(): Message[] {
    return this.log.fromServer;
  }

  /** The answer to a request, now or later. */
  answer(id: string | number | undefined): Promise<Message> {
    return this.message((message) => message.id === id && message.method === undefined);
  }

  /** The first message that is such, now or later. */
  message(isSuch: (message: Message) => boolean): Promise<Message> {
    return this.until(() => this.messages().find(isSuch));
  }

  /** Messages of a method so far. */
  told(method: string): Message[] {
    return this.messages().filter((message) => message.method === method);
  }

  /** Resolves when the log has the text. */
  async logged(text: string): Promise<void> {
    await this.until(() => this.logs().includes(text) || undefined);
  }

  /** What is found, now or later. */
  // The test's own time limit is the bound.
  async until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** A message, or a batch, as it goes over the wire. */
export function toText(message: object): string {
  return JSON.stringify(Array.isArray(message) ? message : { jsonrpc: "2.0", ...message });
}
