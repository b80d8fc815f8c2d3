import { toNaturalJson } from "../codec/natural-json.js";

/** The effects of one run. Each runs once, unless an earlier run recorded it; one that fails may run again. */
export class Effects {
  readonly #recorded: Map<string, readonly unknown[]>;
  readonly #known = new Map<string, Promise<unknown>>();
  readonly #running = new Set<Promise<unknown>>();

  /** @param recorded Values by key; an empty array means `undefined` */
  constructor(recorded: Readonly<Record<string, readonly unknown[]>> = {}) {
    this.#recorded = new Map(Object.entries(recorded));
  }

  get recorded(): Readonly<Record<string, readonly unknown[]>> {
    return Object.fromEntries(this.#recorded);
  }

  /** Effects that have begun but not ended. */
  get running(): readonly Promise<unknown>[] {
    return [...this.#running];
  }

  isKnown(key: string): boolean {
    return this.#known.has(key) || this.#recorded.has(key);
  }

  once<T>(key: string, effect: () => T | Promise<T>): Promise<T> {
    let run = this.#known.get(key);
    if (run === undefined) {
      const recorded = this.#recorded.get(key);
      run = recorded === undefined ? this.#run(key, effect) : Promise.resolve(recorded[0]);
      this.#known.set(key, run);
    }
    return run as Promise<T>;
  }

  #run(key: string, effect: () => unknown): Promise<unknown> {
    const run = this.#record(key, effect);
    const ended = run
      // An effect that failed did not happen, so it may be tried again.
      .catch(() => void this.#known.delete(key))
      .finally(() => void this.#running.delete(ended));
    this.#running.add(ended);
    return run;
  }

  async #record(key: string, effect: () => unknown): Promise<unknown> {
    const value = await effect();
    // Converted to JSON, so that this run sees the same value as the next one.
    const recorded = value === undefined ? [] : [toNaturalJson(value, false)];
    this.#recorded.set(key, recorded);
    return recorded[0];
  }
}
