import type { AsyncLocalStorage } from "node:async_hooks";
import process from "node:process";
import type { CallScope } from "../containment.js";
import type { Owners } from "./owners.js";

/** The first Node version whose `AsyncLocalStorage` does not use async hooks. */
const FRAMES_SINCE = 24;

/**
 * Knows in which scope a promise was created. Since version 24, Node reports an unhandled rejection in the scope that
 * rejected it, which may be none, such as for the end of a connection that all calls share. Earlier versions need
 * nothing of this.
 */
export function ownPromises(scopes: AsyncLocalStorage<CallScope>): Owners {
  const own = (promise: object): void => {
    const scope = scopes.getStore();
    if (scope !== undefined) new OwnedPromise(promise, scope);
  };
  const isNeeded = Number(process.versions.node.split(".", 1)) >= FRAMES_SINCE;
  const end = isNeeded ? hookPromises(own) : undefined;
  return { scopeOf: (promise) => OwnedPromise.scopeOf(promise as object), end: () => end?.() };
}

/** Calls a function with each promise that is created, until what is returned is called; undefined if that is impossible. */
function hookPromises(own: (promise: object) => void): (() => void) | undefined {
  try {
    // Not imported, because earlier versions would load it in vain.
    return process.getBuiltinModule("node:v8").promiseHooks.onInit(own) as () => void;
  } catch {
    // Bun has the function, but it only throws. Deno has none.
    return undefined;
  }
}

/** A promise with a private member. A `WeakMap` would make every promise several times slower. */
class OwnedPromise extends (Given as unknown as new (given: object) => object) {
  readonly #scope: CallScope;

  constructor(promise: object, scope: CallScope) {
    super(promise);
    this.#scope = scope;
  }

  static scopeOf(promise: object): CallScope | undefined {
    return #scope in promise ? promise.#scope : undefined;
  }
}

/** Returns the given object, so that a class that extends this adds its members to that object. */
function Given(given: object): object {
  return given;
}
