import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { WireLog } from "./wire-log.js";
import { type Message, MODERN } from "./wire-schemas.js";

/** A server in its own process, and a client that writes and reads its lines itself. */
export class LineConnection {
  /** Everything on stdout, line by line. */
  readonly lines: string[] = [];
  readonly log: WireLog = new WireLog();
  stderr = "";
  /** Resolves with the exit code, or the signal's name. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  readonly #process: ChildProcessWithoutNullStreams;
  #lastId = 0;

  /**
   * @param args Of `node`
   * @param cwd Where it runs. @default where the test does
   */
  constructor(args: readonly string[], cwd?: string) {
    this.#process = spawn(process.execPath, args, { cwd });
    createInterface(this.#process.stdout).on("line", (line) => {
      this.lines.push(line);
      this.log.received(line);
    });
    this.#process.stderr.on("data", (chunk) => {
      this.stderr += chunk;
    });
    this.exited = once(this.#process, "close").then(([code, signal]) => code ?? signal);
  }

  /** Opens a legacy connection. */
  async initialize(revision: string, capabilities: object = {}): Promise<Message> {
    const clientInfo = { name: "by-hand", version: "1" };
    const answer = await this.request("initialize", { protocolVersion: revision, capabilities, clientInfo });
    this.send({ method: "notifications/initialized" });
    return answer;
  }

  /** Writes bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.#process.stdin.write(bytes);
  }

  /** Sends a message, or an array of them. */
  send(message: object): void {
    const text = JSON.stringify(Array.isArray(message) ? message : { jsonrpc: "2.0", ...message });
    this.log.sent(text);
    this.write(`${text}\n`);
  }

  /** Sends a request under a new id, and waits for its answer. */
  request(method: string, params?: object): Promise<Message> {
    const id = this.newId();
    this.send({ id, method, ...(params && { params }) });
    return this.answer(id);
  }

  /** Sends a request of the modern era. */
  modern(method: string, params: object = {}, meta: object = {}): Promise<Message> {
    return this.request(method, modernParams(params, meta));
  }

  /** An id that no request has had. */
  newId(): number {
    return ++this.#lastId;
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
    return this.#until(() => this.messages().find(isSuch));
  }

  /** Messages of a method so far. */
  told(method: string): Message[] {
    return this.messages().filter((message) => message.method === method);
  }

  /** Resolves when stderr has the text. */
  async logged(text: string): Promise<void> {
    await this.#until(() => this.stderr.includes(text) || undefined);
  }

  /** Ends stdin, as a client does that leaves. */
  end(): void {
    this.#process.stdin.end();
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  // The test's own time limit is the bound.
  async #until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Params with what each request of the modern era carries. */
export function modernParams(params: object = {}, meta: object = {}): object {
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": { name: "by-hand", version: "1" },
    ...meta,
  };
  return { ...params, _meta };
}
