import type { Question } from "./question.js";

/** How questions reach the client, and what that means for the method that asks them. */
export interface Asker {
  /** @param key Tells the question from the others of the method */
  ask<T>(key: string, question: Question<T>): Promise<T>;
  once<T>(key: string, effect: () => T | Promise<T>): Promise<T>;
  /**
   * Runs the method that asks.
   *
   * @throws InputRequired when it has to be run again with answers that are not there yet
   */
  run<T>(method: () => T | Promise<T>): Promise<T>;
}
