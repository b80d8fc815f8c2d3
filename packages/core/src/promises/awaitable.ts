import { isThenable } from "./is-thenable.js";
import { Later } from "./later.js";

/** A value that is there now, or later. Calls of synchronous methods are answered without a single promise. */
export type Awaitable<T> = T | Promise<T>;

/** Continues with a value: at once, or when its promise is fulfilled. */
export function after<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return isThenable(value) ? toPromise(value).then(next) : next(value);
}

/**
 * Does some work, recovers from what it throws or rejects with, and continues with what comes of that. It makes one promise
 * at most.
 */
export function attempt<T, R, N = T | R>(
  work: () => Awaitable<T>,
  recover: (error: unknown) => Awaitable<R>,
  next: (value: T | R) => Awaitable<N> = identity<T | R, N>,
): Awaitable<N> {
  let value: Awaitable<T>;
  try {
    value = work();
  } catch (error) {
    return after<R, N>(recover(error), next);
  }
  if (!isThenable(value)) return next(value);
  return toPromise(value).then(next, (error: unknown) => after<R, N>(recover(error), next));
}

function identity<T, N>(value: T): N {
  return value as unknown as N;
}

/** Methods may return any thenable, which is not always a promise. */
function toPromise<T>(value: Promise<T>): Promise<T> {
  return value instanceof Promise || (value as unknown) instanceof Later ? value : Promise.resolve(value);
}
