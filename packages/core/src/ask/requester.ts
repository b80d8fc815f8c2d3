import type { Question, QuestionRequest } from "./question.js";
import type { ReplayState } from "./replay-state.js";

/** How questions reach the client, and what that means for the method that asks them. */
export interface Requester {
  /** @param key Tells the question from the others of the method */
  ask<T>(key: string, question: Question<T>): Promise<T>;
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /**
   * Takes what a run of the method came to, and waits for what it has left behind.
   *
   * @throws what the method threw, unless it only waits for answers
   */
  finish<T>(settled: Settled<T>): Promise<Ran<T>>;
}

/** What a run of a method came to. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** The value of a method, or what the client has to answer before it can go on. */
export type Ran<T> = { readonly value: T } | { readonly asks: Asking };

/** Questions to the client, by their keys, and what the next run of the method has to know. */
export interface Asking {
  readonly status: "asking";
  readonly questions: Readonly<Record<string, QuestionRequest>>;
  readonly state: ReplayState;
}
