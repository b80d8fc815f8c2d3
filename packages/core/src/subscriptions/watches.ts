import { findResource } from "../dispatch/find-resource.js";
import { reportError } from "../dispatch/report-error.js";
import type { Helper } from "../registry/bind-helper.js";
import type { Registry } from "../registry/registry.js";

/** As many resources as are watched at a time, whoever asks. */
const MAX_WATCHED = 10_000;

interface Watched {
  subscribers: number;
  running: boolean;
  readonly stop: AbortController;
}

/** Runs the `watch` methods of resources, each for as long as somebody is subscribed to the URI. */
export class Watches {
  readonly #registry: Registry;
  readonly #watched = new Map<string, Watched>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Adds one subscriber to each of the URIs, until the function that this returns is called. */
  watch(uris: readonly string[]): () => void {
    const own = new Set([...new Set(uris)].filter((uri) => this.#begin(uri)));
    return () => {
      for (const uri of own) this.#end(uri);
      own.clear();
    };
  }

  #begin(uri: string): boolean {
    const watched = this.#watched.get(uri) ?? { subscribers: 0, running: false, stop: new AbortController() };
    if (watched.subscribers === 0 && this.#watched.size >= MAX_WATCHED) {
      const error = new Error(`No more than ${MAX_WATCHED} resources are watched at a time.`);
      reportError(error, `watch of "${uri}"`, this.#registry);
      return false;
    }
    this.#watched.set(uri, watched);
    watched.subscribers++;
    // Again, where it has come to an end by itself.
    if (!watched.running) void this.#run(uri, watched);
    return true;
  }

  #end(uri: string): void {
    const watched = this.#watched.get(uri);
    if (!watched || --watched.subscribers > 0) return;
    this.#watched.delete(uri);
    watched.stop.abort();
  }

  async #run(uri: string, watched: Watched): Promise<void> {
    const { signal } = watched.stop;
    watched.running = true;
    try {
      const watch = await this.#findWatch(uri);
      if (watch && !signal.aborted) {
        await forEach(await watch(uri, signal), signal, () => this.#registry.controls.resourceUpdated(uri));
      }
    } catch (error) {
      if (!signal.aborted) reportError(error, `watch of "${uri}"`, this.#registry);
    } finally {
      watched.running = false;
    }
  }

  async #findWatch(uri: string): Promise<Helper | undefined> {
    const found = await findResource(this.#registry, uri).catch(() => undefined);
    return found?.resource.watch;
  }
}

/** Like a loop, but the signal ends it at once, even where the iterable pays no heed to it. */
async function forEach(iterable: unknown, signal: AbortSignal, visit: () => void): Promise<void> {
  const iterator = iteratorOf(iterable);
  const giveUp = (): void => void Promise.resolve(iterator.return?.()).catch(() => undefined);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    for (;;) {
      const { done } = await iterator.next();
      if (done || signal.aborted) return;
      visit();
    }
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function iteratorOf(iterable: unknown): AsyncIterator<unknown> | Iterator<unknown> {
  const { [Symbol.asyncIterator]: iterateAsync, [Symbol.iterator]: iterate } = Object(iterable);
  if (typeof iterateAsync === "function") return iterateAsync.call(iterable);
  if (typeof iterate === "function") return iterate.call(iterable);
  throw new TypeError("A watch method must return an iterable.");
}
