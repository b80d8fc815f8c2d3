import { AsyncLocalStorage } from "node:async_hooks";
import type { EventEmitter } from "node:events";
import process from "node:process";
import { showValue } from "../../log/show-value.js";
import { summarizeError } from "../../log/summarize-error.js";
import { type CallScope, type Containment, installContainment } from "../containment.js";
import { isExpectedError, stopIgnoringRejections } from "../expected-errors.js";
import { endProcess } from "./end-process.js";
import { ownPromises } from "./own-promises.js";
import { ownThrown } from "./own-thrown.js";
import type { Owners } from "./owners.js";
import { writeLine } from "./write-line.js";

/** Follows calls with `AsyncLocalStorage`, and receives Node's uncaught errors and unhandled rejections. */
export class ProcessContainment implements Containment {
  readonly #scopes = new AsyncLocalStorage<CallScope>();
  #users = 0;
  #promises: Owners | undefined;
  #thrown: Owners | undefined;
  /** A rejection that Node raised as an exception before. */
  #raised: object | undefined;

  run<T>(scope: CallScope, method: () => T): T {
    return this.#scopes.run(scope, method);
  }

  use(): () => void {
    if (this.#users === 0) this.#begin();
    this.#users += 1;
    let using = true;
    return () => {
      if (!using) return;
      using = false;
      this.#users -= 1;
      if (this.#users === 0) this.#end();
    };
  }

  #begin(): void {
    installContainment(this);
    stopIgnoringRejections();
    this.#promises = ownPromises(this.#scopes);
    this.#thrown = ownThrown(this.#scopes);
    process.on("uncaughtException", this.#onException);
    process.on("unhandledRejection", this.#onRejection);
    process.on("exit", this.#onExit);
    process.stderr.on("error", ignore);
  }

  #end(): void {
    process.off("uncaughtException", this.#onException);
    process.off("unhandledRejection", this.#onRejection);
    process.off("exit", this.#onExit);
    process.stderr.off("error", ignore);
    this.#promises?.end();
    this.#thrown?.end();
    this.#scopes.disable();
    installContainment(undefined);
  }

  readonly #onException = (error: unknown, origin: string): void => {
    const scope = this.#thrown?.scopeOf(error) ?? this.#scopes.getStore();
    if (origin === "unhandledRejection") this.#awaitRejection(() => this.#takeException(error, scope));
    else this.#takeException(error, scope);
  };

  /** Node reports it as a rejection right after this, or never, if the main module failed. */
  #awaitRejection(otherwise: () => void): void {
    const raised = {};
    this.#raised = raised;
    process.nextTick(() => {
      if (this.#raised !== raised) return;
      this.#raised = undefined;
      otherwise();
    });
  }

  readonly #onRejection = (reason: unknown, promise: unknown): void => {
    const wasRaised = this.#raised !== undefined;
    this.#raised = undefined;
    const scope = this.#promises?.scopeOf(promise) ?? this.#scopes.getStore();
    if (scope) contain(scope, reason);
    else if (isExpectedError(reason) || hasOtherListeners("unhandledRejection")) return;
    else if (!hasOtherListeners("uncaughtException")) endProcess(reason);
    else if (!wasRaised) this.#raise(reason);
  };

  /** Calls the listeners that Node would call if we did not listen. */
  #raise(reason: unknown): void {
    const emitter: EventEmitter = process;
    emitter.emit("uncaughtException", toError(reason), "unhandledRejection");
    this.#raised = undefined;
  }

  #takeException(error: unknown, scope: CallScope | undefined): void {
    if (scope) contain(scope, error);
    else if (!hasOtherListeners("uncaughtException")) endProcess(error);
  }

  readonly #onExit = (code: number): void => {
    const scope = this.#scopes.getStore();
    if (scope) writeLine(`${scope.source} ended the process, with exit code ${code}.`);
  };
}

/** A host that closes stderr must not end the process, and there is nowhere left to report it. */
function ignore(): void {
  // Nothing to do.
}

/** If the program has its own listeners, they decide what happens to errors. */
function hasOtherListeners(event: "uncaughtException" | "unhandledRejection"): boolean {
  return process.listenerCount(event) > 1;
}

function contain(scope: CallScope, error: unknown): void {
  try {
    scope.contain(error);
  } catch (failure) {
    // Looking at a malicious error may throw, and an error thrown here would end the process.
    writeLine(`background work of ${scope.source} failed, and it could not be reported: ${summarizeError(failure)}`);
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(`A promise was rejected with ${showValue(reason)}.`);
}
