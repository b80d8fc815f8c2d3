import type { AsyncLocalStorage } from "node:async_hooks";
import process from "node:process";
import v8 from "node:v8";
import type { CallScope } from "../containment.js";
import type { Owners } from "./owners.js";

/** The first version whose `AsyncLocalStorage` is not made of async hooks. */
const FRAMES_SINCE = 24;

/**
 * Knows in which scope a promise was made. When nobody handles its rejection, Node since version 24 is in the scope of who
 * rejected it: the end of a connection that all calls share is in none. Earlier versions need no help.
 */
export function ownPromises(scopes: AsyncLocalStorage<CallScope>): Owners {
  const own = (promise: object): void => {
    const scope = scopes.getStore();
    if (scope !== undefined) new OwnedPromise(promise, scope);
  };
  const isNeeded = Number(process.versions.node.split(".", 1)) >= FRAMES_SINCE;
  const end = isNeeded ? v8.promiseHooks?.onInit(own) : undefined;
  return { scopeOf: (promise) => OwnedPromise.scopeOf(promise as object), end: () => end?.() };
}

/** A promise with a member that nobody else sees. A `WeakMap` would take several times as long, for every promise. */
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

/** A constructor that makes nothing: the members of a class that extends it are added to the object that it is given. */
function Given(given: object): object {
  return given;
}
