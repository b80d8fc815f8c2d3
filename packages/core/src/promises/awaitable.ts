/** A value that is there now, or later. Calls of synchronous methods are answered without a single promise. */
export type Awaitable<T> = T | Promise<T>;

/** Continues with a value: at once, or when its promise is fulfilled. */
export function after<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return isThenable(value) ? toPromise(value).then(next) : next(value);
}

/** Does some work, and recovers from what it throws or rejects with. */
export function attempt<T, R>(work: () => Awaitable<T>, recover: (error: unknown) => Awaitable<R>): Awaitable<T | R> {
  try {
    const value = work();
    return isThenable(value) ? toPromise(value).catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}

/** Methods may return any thenable, which is not always a promise. */
function toPromise<T>(value: Promise<T>): Promise<T> {
  return value instanceof Promise ? value : Promise.resolve(value);
}

/** Whether `await` would wait for a value. */
export function isThenable<T>(value: Awaitable<T>): value is Promise<T> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return "then" in value && typeof value.then === "function";
}
