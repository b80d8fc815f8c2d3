import { Effects } from "./effects.js";
import { isMissingCapabilityError } from "./missing-capability-error.js";
import type { Question, QuestionRequest } from "./question.js";
import type { ReplayState } from "./replay-state.js";
import type { Ran, Requester, Settled } from "./requester.js";
import { Suspension } from "./suspension.js";

/**
 * Asks by running the method again: a question whose answer is known is answered at once, any other is noted and throws.
 */
export class ReplayRequester implements Requester {
  readonly #answers: Map<string, unknown>;
  readonly #responses: Map<string, unknown>;
  readonly #effects: Effects;
  readonly #open = new Map<string, QuestionRequest>();
  readonly #reading = new Set<Promise<unknown>>();
  readonly #signal: AbortSignal;
  #closed = false;

  /**
   * @param state What earlier runs have left
   * @param responses What the client has answered since, by key; it may hold anything
   * @param signal Aborted when nobody waits for the method any more
   */
  constructor(state: ReplayState, responses: Readonly<Record<string, unknown>>, signal: AbortSignal) {
    this.#answers = new Map(Object.entries(state.answers));
    this.#responses = new Map(Object.entries(responses));
    this.#effects = new Effects(state.effects);
    this.#signal = signal;
    // Kept although this run may not get as far as to ask for them again.
    for (const key of state.asked) {
      if (this.#responses.has(key) && !this.#answers.has(key)) this.#answers.set(key, this.#responses.get(key));
    }
  }

  async ask<T>(key: string, question: Question<T>): Promise<T> {
    for (const source of [this.#answers, this.#responses]) {
      if (!source.has(key)) continue;
      const answer = source.get(key);
      const reading = await this.#read(question, answer);
      if ("value" in reading) {
        this.#answers.set(key, answer);
        return reading.value;
      }
      source.delete(key);
    }
    if (!this.#closed) this.#open.set(key, question.request("modern"));
    // Not at once: what is asked at the same time is to be asked in the same round.
    await nextTask();
    throw new Suspension();
  }

  once<T>(key: string, effect: () => T | Promise<T>): Promise<T> {
    // Nobody would record it, so that the next run would do it again.
    if (this.#closed && !this.#effects.isKnown(key)) return Promise.reject(new Suspension());
    return this.#effects.once(key, effect);
  }

  async finish<T>(settled: Settled<T>): Promise<Ran<T>> {
    if (this.#open.size > 0) await this.#quiet();
    this.#closed = true;
    if ("error" in settled && isMissingCapabilityError(settled.error)) throw settled.error;
    if (this.#open.size > 0) {
      return { asks: { status: "asking", questions: Object.fromEntries(this.#open), state: this.#state() } };
    }
    if ("error" in settled) throw settled.error;
    return settled;
  }

  #state(): ReplayState {
    return {
      answers: Object.fromEntries([...this.#answers].filter(([key]) => !this.#open.has(key))),
      effects: this.#effects.recorded,
      asked: [...this.#open.keys()],
    };
  }

  /** Waits until branches of the method that go on by themselves have asked and done what they are about to. */
  async #quiet(): Promise<void> {
    let asked: number;
    do {
      asked = this.#open.size;
      await Promise.allSettled([...this.#effects.running, ...this.#reading]);
      await nextTask();
    } while (!this.#signal.aborted && (this.#open.size > asked || this.#effects.running.length > 0));
  }

  async #read<T>(question: Question<T>, answer: unknown): Promise<Awaited<ReturnType<Question<T>["read"]>>> {
    const reading = Promise.resolve(question.read(answer));
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
