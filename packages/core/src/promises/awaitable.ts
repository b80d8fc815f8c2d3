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

/** Whether `await` would wait for a value. */
export function isThenable<T>(value: Awaitable<T>): value is Promise<T> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return value instanceof Promise || typeof (value as { readonly then?: unknown }).then === "function";
}

/**
 * A value that comes later, for one who waits. Each `then` adds a step to the same object, and all steps run in the turn in
 * which the value comes. A chain of promises would make one for each step, of which Node tells its async hooks.
 */
export class Later<T> implements PromiseLike<T> {
  /** The steps in pairs: what to do with the value, and with an error. */
  readonly #steps: (Step | undefined)[] = [];
  #next = 0;
  #state: "open" | "running" | "fulfilled" | "rejected" = "open";
  #value: unknown;

  /** Brings the value. Only the first call of this or of `reject` counts. */
  resolve(value: T): void {
    if (this.#state === "open") this.#run("fulfilled", value);
  }

  /** Brings an error instead. */
  reject(error: unknown): void {
    if (this.#state === "open") this.#run("rejected", error);
  }

  // biome-ignore lint/suspicious/noThenProperty: whoever awaits it waits for the value
  then<R = T, E = never>(
    next?: ((value: T) => R | PromiseLike<R>) | null,
    recover?: ((error: unknown) => E | PromiseLike<E>) | null,
  ): Later<R | E> {
    this.#steps.push((next ?? undefined) as Step | undefined, recover ?? undefined);
    if (this.#state === "fulfilled" || this.#state === "rejected") this.#run(this.#state, this.#value);
    return this as unknown as Later<R | E>;
  }

  /** Runs the steps from here on, until one of them has to wait. */
  #run(came: "fulfilled" | "rejected", first: unknown): void {
    let [state, value] = [came, first];
    this.#state = "running";
    while (this.#next < this.#steps.length) {
      const step = this.#steps[state === "fulfilled" ? this.#next : this.#next + 1];
      this.#next += 2;
      if (step === undefined) continue;
      try {
        value = step(value);
        state = "fulfilled";
      } catch (error) {
        value = error;
        state = "rejected";
      }
      if (state === "fulfilled" && isThenable(value)) {
        value.then(
          (later) => this.#run("fulfilled", later),
          (error: unknown) => this.#run("rejected", error),
        );
        return;
      }
    }
    this.#state = state;
    this.#value = value;
  }
}

type Step = (value: unknown) => unknown;
