import { currentContainment } from "../containment/containment.js";
import { createCallScope } from "../containment/create-call-scope.js";
import type { Root, Session } from "../context.js";
import { checkVariables } from "../env/check-variables.js";
import { provideEnvironment } from "../env/env.js";
import { type Environment, processEnvironment } from "../env/environment.js";
import { EnvironmentError } from "../env/environment-error.js";
import type { ClassManifest, HookName } from "../manifest/manifest.js";
import type { Awaitable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import { StartFailure } from "./start-failure.js";

/** Milliseconds after which an operator wants to know why no call is answered. */
const SLOW_START_MS = 10_000;

/** Returns the life of an instance. Servers that share the instance share its life. */
export function lifeOf(instance: object, entry: ClassManifest): Life {
  const known = lives.get(instance) ?? new Life(instance, entry);
  lives.set(instance, known);
  return known;
}

const lives = new WeakMap<object, Life>();

/** Lists the hooks of a manifest that the instance does not have, one line each. */
export function findMissingHooks(instance: object, { hooks = [] }: ClassManifest): readonly string[] {
  const missing = hooks.filter((name) => typeof hookOf(instance, name) !== "function");
  return missing.map((name) => `${instance.constructor.name}.${name} is a hook in the manifest but is not a method`);
}

function hookOf(instance: object, name: HookName): unknown {
  // The symbol that compilers write for platforms that do not have it.
  const dispose: symbol = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");
  return Reflect.get(instance, name === "[Symbol.asyncDispose]" ? dispose : name);
}

/** Runs the hooks of one instance: `init` before its first call, and its end when the last server that has it ends. */
export class Life {
  readonly #instance: object;
  readonly #entry: ClassManifest;
  /** The environment that came with a request. */
  #platform: Environment | undefined;
  #servers = 0;
  /** Names the hook that is ending the instance. */
  #ending: string | undefined;
  #isReady = false;
  #starting: Promise<void> | undefined;

  constructor(instance: object, entry: ClassManifest) {
    this.#instance = instance;
    this.#entry = entry;
  }

  /** Lists what the environment lacks. */
  get environmentProblems(): readonly string[] {
    return checkVariables(this.#entry.env ?? [], this.#platform);
  }

  /** Whether it wants to know when the folders of a session change. */
  get hearsRoots(): boolean {
    return this.#has("rootsChanged");
  }

  /** A further server has the instance. */
  begin(): void {
    this.#servers++;
  }

  /** Takes the environment that came with a request. */
  provide(platform: Environment): void {
    if (this.#platform === platform) return;
    this.#platform = platform;
    provideEnvironment(this.#instance.constructor, platform);
  }

  /**
   * Prepares the instance for calls, once. After a failure, the next call tries again.
   *
   * @throws StartFailure with what went wrong
   */
  prepare(report: Report): Awaitable<void> {
    if (this.#isReady) return undefined;
    this.#starting ??= this.#start(report).catch((error: unknown) => {
      this.#starting = undefined;
      throw new StartFailure(error, this.#sourceOf("init"), report);
    });
    return this.#starting;
  }

  /** Tells the instance that the folders of a session have changed. */
  async tellRoots(roots: readonly Root[], session: Session, report: Report): Promise<void> {
    if (!this.hearsRoots) return;
    try {
      await this.prepare(report);
      await this.#run("rootsChanged", report, roots, session);
    } catch (error) {
      if (error instanceof StartFailure) error.report();
      else report(error, this.#sourceOf("rootsChanged"));
    }
  }

  /** One server fewer has the instance. The last one ends it. */
  async end(report: Report): Promise<void> {
    this.#servers--;
    if (this.#servers > 0) return;
    const hook = (["[Symbol.asyncDispose]", "close"] as const).find((name) => this.#has(name));
    if (this.#starting !== undefined && !this.#isReady) {
      // What is only half open could not be closed.
      this.#ending = this.#sourceOf("init");
      await this.#starting.catch(() => undefined);
      this.#ending = undefined;
    }
    // A server that gets the instance later starts it anew.
    this.#isReady = false;
    this.#starting = undefined;
    if (hook === undefined) return;
    this.#ending = this.#sourceOf(hook);
    try {
      await this.#run(hook, report);
    } catch (error) {
      report(error, this.#sourceOf(hook));
    } finally {
      this.#ending = undefined;
    }
  }

  /** Reports the hook that should have ended the instance, if it has not settled. */
  giveUp(report: Report): void {
    if (this.#ending === undefined) return;
    const message = `${this.#ending} did not finish in time: the server has ended without it.`;
    report(new OperatorWarning(message), this.#ending);
    this.#ending = undefined;
  }

  async #start(report: Report): Promise<void> {
    const problems = this.environmentProblems;
    if (problems.length > 0) throw new EnvironmentError(problems);
    if (this.#has("init")) await this.#init(report);
    this.#isReady = true;
  }

  async #init(report: Report): Promise<void> {
    const source = this.#sourceOf("init");
    const message = `${source} has not finished after ${SLOW_START_MS / 1000} seconds. Calls wait for it.`;
    const timer = setTimeout(() => report(new OperatorWarning(message), source), SLOW_START_MS);
    if (typeof timer === "object") timer.unref();
    try {
      await this.#run("init", report, this.#platform ?? processEnvironment());
    } finally {
      clearTimeout(timer);
    }
  }

  #has(name: HookName): boolean {
    return this.#entry.hooks?.includes(name) === true;
  }

  async #run(name: HookName, report: Report, ...args: readonly unknown[]): Promise<void> {
    const hook = hookOf(this.#instance, name) as (...args: readonly unknown[]) => unknown;
    const scope = createCallScope({ source: this.#sourceOf(name), report });
    await currentContainment().run(scope, () => hook.apply(this.#instance, [...args]));
  }

  #sourceOf(name: HookName): string {
    return `${name} of ${this.#entry.class}`;
  }
}
