import { type AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import type { CallScope } from "../containment.js";
import type { Owners } from "./owners.js";

/**
 * Knows in which scope an error was thrown inside an `AsyncResource`. Libraries run callbacks in one, and so does
 * `queueMicrotask` before Node 24. Node leaves its scope before it reports the uncaught error.
 */
export function ownThrown(scopes: AsyncLocalStorage<CallScope>): Owners {
  const owners = new WeakMap<object, CallScope>();
  const { prototype } = AsyncResource;
  const { runInAsyncScope } = prototype;

  const note = (error: unknown): void => {
    const scope = scopes.getStore();
    if (scope && isObject(error) && !owners.has(error)) owners.set(error, scope);
  };
  const watched: typeof runInAsyncScope = new Proxy(runInAsyncScope, {
    apply: (run, resource, [callback, ...rest]) => {
      const noting = function (this: unknown, ...args: unknown[]): unknown {
        try {
          return Reflect.apply(callback, this, args);
        } catch (error) {
          note(error);
          throw error;
        }
      };
      return Reflect.apply(run, resource, [noting, ...rest]);
    },
  });
  prototype.runInAsyncScope = watched;
  return {
    scopeOf: (error) => (isObject(error) ? owners.get(error) : undefined),
    end: () => {
      // Unless other code has replaced it since.
      if (prototype.runInAsyncScope === watched) prototype.runInAsyncScope = runInAsyncScope;
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
