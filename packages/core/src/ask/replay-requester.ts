import { Effects } from "./effects.js";
import { isMissingCapabilityError } from "./missing-capability-error.js";
import type { Question, QuestionRequest } from "./question.js";
import type { ReplayState } from "./replay-state.js";
import type { Ran, Requester, Settled } from "./requester.js";
import { Suspension } from "./suspension.js";

/**
 * Asks by running the method again. A question with a known answer returns it; any other question is recorded and
 * throws.
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
   * @param state What earlier runs left
   * @param responses The client's new answers by key, not yet checked
   * @param signal Aborted when nobody waits for the method any more
   */
  constructor(state: ReplayState, responses: Readonly<Record<string, unknown>>, signal: AbortSignal) {
    this.#answers = new Map(Object.entries(state.answers));
    this.#responses = new Map(Object.entries(responses));
    this.#effects = new Effects(state.effects);
    this.#signal = signal;
    // Kept, because this run may stop before it asks these questions again.
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
    // Waits, so that questions asked at the same time go to the client together.
    await nextTask();
    throw new Suspension();
  }

  once<T>(key: string, effect: () => T | Promise<T>): Promise<T> {
    // The effect would not be recorded any more, so the next run would repeat it.
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

  /** Waits until concurrent branches of the method have asked their questions and finished their effects. */
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
