import type { Question } from "../ask/question.js";
import type { Ran, Requester, Settled } from "../ask/requester.js";
import { Suspension } from "../ask/suspension.js";
import type { RunningTask } from "./running-task.js";

/**
 * Asks like any request until there is a task. From then on the task asks the questions, and the method waits for the
 * answers without running again.
 */
export class TaskRequester implements Requester {
  readonly #before: Requester;
  readonly #task: () => Promise<RunningTask | undefined>;
  readonly #asking = new Set<Promise<unknown>>();
  #suspended = false;

  /**
   * @param before Asks while there is no task
   * @param task Returns the task, after waiting for one that is being created
   */
  constructor(before: Requester, task: () => Promise<RunningTask | undefined>) {
    this.#before = before;
    this.#task = task;
  }

  async ask<T>(key: string, question: Question<T>): Promise<T> {
    const task = await this.#task();
    if (task) return askTask(task, key, question);
    const asking = this.#before.ask(key, question);
    this.#asking.add(asking);
    try {
      return await asking;
    } catch (error) {
      if (error instanceof Suspension) this.#suspended = true;
      throw error;
    } finally {
      this.#asking.delete(asking);
    }
  }

  once<T>(key: string, effect: () => T | Promise<T>): Promise<T> {
    return this.#before.once(key, effect);
  }

  finish<T>(settled: Settled<T>): Promise<Ran<T>> {
    return this.#before.finish(settled);
  }

  /** Whether the method will run again for an answer, so that this run cannot become a task. */
  async willRunAgain(): Promise<boolean> {
    await Promise.allSettled(this.#asking);
    return this.#suspended;
  }
}

/** Asks until the answer is valid, each time under a new key: the questions of a task must have different keys. */
async function askTask<T>(task: RunningTask, key: string, question: Question<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const asked = attempt === 1 ? key : `${key} [${attempt}]`;
    const reading = await question.read(await task.ask(asked, question.request("modern")));
    if ("value" in reading) return reading.value;
  }
}
