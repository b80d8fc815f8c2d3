import type { QuestionRequest } from "../ask/question.js";
import { rootsQuestion } from "../ask/roots-question.js";
import type { Session } from "../context.js";
import type { Environment } from "../env/environment.js";
import { EnvironmentError } from "../env/environment-error.js";
import type { Report } from "../reporting/create-report.js";
import type { Life } from "./life.js";

/** The lives of the instances of one server. */
export class Lives {
  /** Whether any of them wants to know when the folders of a session change. */
  readonly hearRoots: boolean;
  readonly #lives: readonly Life[];
  readonly #report: Report;
  readonly #telling = new WeakMap<Session, Telling>();
  #ended: Promise<unknown> | undefined;

  constructor(lives: readonly Life[], report: Report) {
    this.#lives = lives;
    this.#report = report;
    this.hearRoots = lives.some((life) => life.hearsRoots);
    for (const life of lives) life.begin();
  }

  /** @throws EnvironmentError that lists what the environment of this process lacks */
  requireEnvironment(): void {
    const error = environmentError([], this.#lives);
    if (error.problems.length > 0) throw error;
  }

  /**
   * Takes what a runtime has passed with a request, if that is an environment.
   *
   * @param context What it has passed behind that: only Workers pass anything there
   */
  provide(passed: unknown, context?: unknown): void {
    if (typeof passed !== "object" || passed === null || !(context !== undefined || isPlainObject(passed))) return;
    for (const life of this.#lives) life.provide(passed as Environment);
  }

  /**
   * Asks a client for its folders, and tells the instances. A session is asked again only when it has answered, so a client
   * that tells of many changes is asked once for all of them.
   */
  tellOfRoots(ask: (question: QuestionRequest) => Promise<unknown>, session: Session): void {
    if (!this.hearRoots) return;
    const telling = this.#telling.get(session) ?? { last: Promise.resolve(), isWaiting: false };
    this.#telling.set(session, telling);
    if (telling.isWaiting) return;
    telling.isWaiting = true;
    telling.last = telling.last.then(async () => {
      telling.isWaiting = false;
      try {
        const question = rootsQuestion({});
        const reading = await question.read(await ask(question.request("legacy")));
        if ("problem" in reading) throw new TypeError(`The client's answer cannot be used: ${reading.problem}.`);
        await Promise.all(this.#lives.map((life) => life.tellRoots(reading.value, session, this.#report)));
      } catch (error) {
        this.#report(error, "a change of roots");
      }
    });
  }

  /** Ends the instances that no other server has. Resolves when their hooks have settled. */
  async end(): Promise<void> {
    this.#ended ??= Promise.all(this.#lives.map((life) => life.end(this.#report)));
    await this.#ended;
  }

  /** Reports the instances whose hooks have not settled: nobody waits for them any longer. */
  giveUp(): void {
    for (const life of this.#lives) life.giveUp(this.#report);
  }
}

/** How a session's changes are told. */
interface Telling {
  /** Settles when the last change has been told. */
  last: Promise<void>;
  /** Whether a further change will be told, for which the client has not been asked yet. */
  isWaiting: boolean;
}

/** Lists what the environment lacks: for instances that could not be made, and for those that could. */
export function environmentError(unset: Iterable<string>, lives: readonly Life[]): EnvironmentError {
  return new EnvironmentError([...new Set([...unset, ...lives.flatMap((life) => life.environmentProblems)])]);
}

/** Other runtimes pass an object of their own class: Bun its server, Deno facts of the connection. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
