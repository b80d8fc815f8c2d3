import type { Readable, Writable } from "node:stream";
import type { Connection } from "./connection.js";
import { type Era, INITIALIZE, INITIALIZED, type Message, toText } from "./messages.js";

/** Requests and answers as lines over a server's pipes; any number of requests at a time. */
export class StdioConnection implements Connection {
  readonly #stdin: Writable;
  readonly #era: Era;
  readonly #waiting = new Map<number, Waiting>();
  #rest = "";

  /** Sends what a client of the era begins with. @throws Error when the server ends before it has answered */
  static async open(stdin: Writable, stdout: Readable, era: Era): Promise<StdioConnection> {
    const connection = new StdioConnection(stdin, stdout, era);
    if (era === "legacy") {
      await connection.ask(INITIALIZE);
      connection.#send(INITIALIZED);
    }
    return connection;
  }

  private constructor(stdin: Writable, stdout: Readable, era: Era) {
    this.#stdin = stdin;
    this.#era = era;
    stdout.setEncoding("utf8").on("data", (chunk: string) => this.#read(chunk));
    stdout.on("close", () => this.#fail(new Error("The server ended.")));
    stdin.on("error", (error) => this.#fail(error));
  }

  ask(request: Message): Promise<string> {
    const { id = 0 } = request;
    this.#send(request);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async renew(): Promise<void> {
    // Pipes stay open.
  }

  close(): void {
    this.#stdin.end();
  }

  #send(message: Message): void {
    this.#stdin.write(`${toText(message, this.#era)}\n`);
  }

  #read(chunk: string): void {
    const lines = (this.#rest + chunk).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      const id = idOf(line);
      const waiting = this.#waiting.get(id);
      if (waiting === undefined) continue;
      this.#waiting.delete(id);
      waiting.resolve(line);
    }
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

interface Waiting {
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** The id of an answer. It stands at its end or near its start, and nothing in our results has that name. */
function idOf(line: string): number {
  const at = line.lastIndexOf('"id":');
  return at === -1 ? Number.NaN : Number.parseInt(line.slice(at + 5, at + 20), 10);
}
