import { PassThrough } from "node:stream";
import type { Message } from "../wire-schemas.js";
import { OpenAnswer } from "./open-answer.js";

/** A client of a server over a pair of streams. */
export class LineClient {
  readonly stdin: PassThrough = new PassThrough();
  readonly stdout: PassThrough = new PassThrough();
  /** What belongs to no request is taken for an answer to the last line. */
  #last: OpenAnswer = new OpenAnswer(true);
  /** The answers to the latest request with each id, and to the latest batch. */
  readonly #byId = new Map<unknown, OpenAnswer>();
  readonly #byToken = new Map<unknown, OpenAnswer>();
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
    const answer = new OpenAnswer(true);
    this.#last = answer;
    const message = parse(text);
    const id = idOf(message);
    if (id !== undefined) this.#byId.set(id, answer);
    for (const one of [message].flat()) {
      const meta = (one as Message | null | undefined)?.params?._meta as { readonly progressToken?: unknown } | null;
      if (meta?.progressToken !== undefined) this.#byToken.set(meta.progressToken, answer);
    }
    this.stdin.write(`${text.replaceAll("\n", " ")}\n`);
    if (id === undefined) void endAfterAWhile(answer, isResponse(message) ? ANSWERED_TURNS : TURNS);
    return answer;
  }

  close(): void {
    this.stdin.end();
  }

  #receive(line: string): void {
    const message = JSON.parse(line);
    const isAnswer = Array.isArray(message) || message.method === undefined;
    const answer = this.#answerTo(message);
    answer.add(`${line}\n`);
    if (isAnswer) void endAfterAWhile(answer);
  }

  #answerTo(message: Message | readonly Message[]): OpenAnswer {
    if (Array.isArray(message)) return this.#byId.get(BATCH) ?? this.#last;
    const { id, method, params } = message as Message;
    const found = method === undefined ? this.#byId.get(id) : this.#byToken.get(params?.progressToken);
    return found ?? this.#last;
  }
}

/** What belongs to a message may come after its response, but not much later. */
async function endAfterAWhile(answer: OpenAnswer, turns = TURNS): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  answer.end();
}

/** Turns of the event loop: more than a server in this process needs for a message that needs no time. */
const TURNS = 8;

/** The same for a response, after which a call goes on. */
const ANSWERED_TURNS = 100;

const BATCH = Symbol("batch");

/** The message, or `undefined` if the text is none. */
function parse(text: string): Message | readonly Message[] | undefined {
  try {
    const json = JSON.parse(text);
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

/** What a response to the message is known by, if there will be one. */
function idOf(message: Message | readonly (Message | null)[] | undefined): unknown {
  if (Array.isArray(message)) return message.some((one) => one?.id !== undefined && one.method) ? BATCH : undefined;
  const { id, method } = (message ?? {}) as Message;
  return typeof method === "string" && id !== undefined ? id : undefined;
}

function isResponse(message: Message | readonly Message[] | undefined): boolean {
  return message !== undefined && ("result" in message || "error" in message) && !("method" in message);
}
