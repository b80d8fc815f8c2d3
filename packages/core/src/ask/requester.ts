import type { Question, QuestionRequest } from "./question.js";
import type { ReplayState } from "./replay-state.js";

/** Sends a method's questions to the client and returns the answers. */
export interface Requester {
  /** @param key Identifies the question within the method */
  ask<T>(key: string, question: Question<T>): Promise<T>;
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /**
   * Turns the end of a run into its outcome, after concurrent branches of the method have finished.
   *
   * @throws what the method threw, unless it only waits for answers
   */
  finish<T>(settled: Settled<T>): Promise<Ran<T>>;
}

/** How a run of a method ended. */
export type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** The value of a method, or the questions that the client must answer first. */
export type Ran<T> = { readonly value: T } | { readonly asks: Asking };

/** Questions to the client by key, and the state for the next run of the method. */
export interface Asking {
  readonly status: "asking";
  readonly questions: Readonly<Record<string, QuestionRequest>>;
  readonly state: ReplayState;
}
