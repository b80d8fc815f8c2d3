import { PassThrough } from "node:stream";
import { OpenAnswer } from "./open-answer.js";

/** A client of a server over a pair of streams. */
export class LineClient {
  readonly stdin: PassThrough = new PassThrough();
  readonly stdout: PassThrough = new PassThrough();
  /** The answer to the last line: everything that the server has written since. */
  #answer: OpenAnswer = new OpenAnswer(true);
  /** The id of the last line, if it is a request. */
  #id: unknown;
  #rest = "";

  constructor() {
    this.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (this.#rest + chunk).split("\n");
      this.#rest = lines.pop() ?? "";
      for (const line of lines) this.#receive(line);
    });
  }

  /** Sends a line. Its answer is complete when the response is there, or, if there will be none, after a while. */
  send(text: string): OpenAnswer {
    this.#answer = new OpenAnswer(true);
    this.#id = requestIdIn(text);
    this.stdin.write(`${text.replaceAll("\n", " ")}\n`);
    if (this.#id === undefined) void this.#endAfterAWhile(this.#answer, isResponse(text) ? ANSWERED_TURNS : TURNS);
    return this.#answer;
  }

  close(): void {
    this.stdin.end();
  }

  #receive(line: string): void {
    this.#answer.add(`${line}\n`);
    if (isResponseTo(this.#id, line)) void this.#endAfterAWhile(this.#answer);
  }

  /** What belongs to a message may come after its response, but not much later. */
  async #endAfterAWhile(answer: OpenAnswer, turns = TURNS): Promise<void> {
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    answer.end();
  }
}

/** Turns of the event loop: more than a server in this process needs for a message that needs no time. */
const TURNS = 8;

/** The same for a response, after which a call goes on. */
const ANSWERED_TURNS = 100;

function isResponse(text: string): boolean {
  return /"(?:result|error)":/.test(text) && !text.includes('"method":');
}

function requestIdIn(text: string): unknown {
  try {
    const message = JSON.parse(text);
    if (Array.isArray(message))
      return message.some((element) => element?.id !== undefined && element.method) ? BATCH : undefined;
    return typeof message?.method === "string" && message.id !== undefined ? message.id : undefined;
  } catch {
    return undefined;
  }
}

const BATCH = Symbol("batch");

function isResponseTo(id: unknown, line: string): boolean {
  const message = JSON.parse(line);
  if (Array.isArray(message)) return id === BATCH;
  return message.method === undefined && (message.id === undefined || message.id === id);
}
