import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { CAPABILITIES, modernHeaders, modernParams } from "./modern-message.js";
import { toPost } from "./post.js";
import type { Message } from "./wire-schemas.js";

/** A request that can be cancelled before it is answered. */
export interface Sent {
  readonly answer: Promise<Message>;
  cancel(): void;
}

const ELICITATION = { [CAPABILITIES]: { elicitation: {} } };

/** A program on any version of Node that serves modern clients over stdio, or over HTTP at the URL that it prints to stderr. */
export class AnyNode {
  stderr = "";
  /** Resolves with the exit code, or the name of a signal. */
  readonly exited: Promise<number | string | null>;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<unknown, (message: Message) => void>();
  #lastId = 0;

  constructor(node: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(node, args, { env: { ...process.env, NODE_OPTIONS: "", ...env } });
    this.#process.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      this.stderr += chunk;
    });
    createInterface(this.#process.stdout).on("line", (line) => {
      const message = JSON.parse(line);
      this.#waiting.get(message.id)?.(message);
    });
    this.exited = once(this.#process, "close").then(([code, signal]) => code ?? signal);
  }

  /** Calls a tool, and returns the texts of its result. */
  async call(name: string, args: object = {}): Promise<string | undefined> {
    const { result } = await this.request("tools/call", { name, arguments: args }).answer;
    return (result?.content as { readonly text: string }[] | undefined)?.map(({ text }) => text).join();
  }

  /** Sends a request. Over HTTP, each request has its own connection. */
  request(method: string, params: Readonly<Record<string, unknown>> = {}): Sent {
    const id = ++this.#lastId;
    const message = { jsonrpc: "2.0", id, method, params: modernParams(params, ELICITATION) };
    const url = /http:\/\/\S+/.exec(this.stderr)?.[0];
    return url === undefined ? this.#write(message) : post(url, message);
  }

  #write(message: { readonly id: number }): Sent {
    const answer = new Promise<Message>((resolve) => this.#waiting.set(message.id, resolve));
    const send = (line: object): void => void this.#process.stdin.write(`${JSON.stringify(line)}\n`);
    send(message);
    const params = { requestId: message.id };
    return { answer, cancel: () => send({ jsonrpc: "2.0", method: "notifications/cancelled", params }) };
  }

  /** Resolves when stderr contains the text. Rejects when the process ends before. */
  async logged(text: string): Promise<void> {
    while (!this.stderr.includes(text)) {
      const { exitCode, signalCode } = this.#process;
      const ended = exitCode ?? signalCode;
      if (ended !== null)
        throw new Error(`The process ended with ${ended} and did not print "${text}":\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Ends stdin, as a stdio client does when it disconnects. */
  end(): void {
    this.#process.stdin.end();
  }

  async stop(): Promise<void> {
    this.#process.kill();
    await this.exited;
  }
}

function post(url: string, message: { readonly method: string; readonly params: Record<string, unknown> }): Sent {
  const controller = new AbortController();
  const init = { ...toPost(message, modernHeaders(message)), signal: controller.signal };
  const answer = fetch(url, init).then(async (response) => toMessage(await response.text()));
  // A client that cancels a request does not wait for its answer.
  answer.catch(() => undefined);
  return { answer, cancel: () => controller.abort() };
}

/** The message in a body, or the last message of an event stream. */
function toMessage(body: string): Message {
  const last = [...body.matchAll(/^data: (.+)$/gm)].at(-1)?.[1];
  return JSON.parse(last ?? body);
}
