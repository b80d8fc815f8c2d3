import { ToolError } from "../tool-error.js";
import { Effects } from "./effects.js";
import type { Question, QuestionRequest } from "./question.js";
import type { Ran, Requester, Settled } from "./requester.js";

/** Asks while the method waits: sends each question as a request to the client. */
export class LiveRequester implements Requester {
  readonly #send: (request: QuestionRequest) => Promise<unknown>;
  readonly #effects = new Effects();

  constructor(send: (request: QuestionRequest) => Promise<unknown>) {
    this.#send = send;
  }

  async ask<T>(_key: string, question: Question<T>): Promise<T> {
    const reading = await question.read(await this.#send(question.request("legacy")));
    if ("value" in reading) return reading.value;
    throw new ToolError(`The client's answer does not fit the question: ${reading.problem}`);
  }

  once<T>(key: string, effect: () => T | Promise<T>): Promise<T> {
    return this.#effects.once(key, effect);
  }

  async finish<T>(settled: Settled<T>): Promise<Ran<T>> {
    if ("error" in settled) throw settled.error;
    return settled;
  }
}
