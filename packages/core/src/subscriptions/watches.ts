import { findResource } from "../dispatch/find-resource.js";
import { reportError } from "../dispatch/report-error.js";
import type { Helper } from "../registry/bind-helper.js";
import type { Registry } from "../registry/registry.js";
import { forEachUntil } from "./for-each-until.js";

/** As many resources as are watched at a time, whoever asks. */
const MAX_WATCHED = 10_000;

/** Runs the `watch` methods of resources, each for as long as somebody is subscribed to the URI. */
export class Watches {
  readonly #registry: Registry;
  readonly #watched = new Map<string, Watched>();
  #running = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Adds a subscriber to each of the URIs, until the function that this returns is called. */
  readonly watch = (uris: readonly string[]): (() => void) => {
    const own = new Set(uris);
    for (const uri of own) this.#begin(uri);
    return () => {
      for (const uri of own) this.#end(uri);
      own.clear();
    };
  };

  #begin(uri: string): void {
    const watched = this.#watched.get(uri) ?? { subscribers: 0, running: false, stop: new AbortController() };
    this.#watched.set(uri, watched);
    watched.subscribers++;
    // Again, where it has come to an end by itself.
    if (!watched.running) void this.#run(uri, watched);
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
    this.#running++;
    try {
      const watch = await this.#findWatch(uri);
      if (!watch || signal.aborted) return;
      if (this.#running > MAX_WATCHED) throw new Error(`No more than ${MAX_WATCHED} resources are watched at a time.`);
      await forEachUntil(signal, await watch(uri, signal), () => this.#registry.controls.resourceUpdated(uri));
    } catch (error) {
      if (!signal.aborted) reportError(error, `watch of "${uri}"`, this.#registry);
    } finally {
      watched.running = false;
      this.#running--;
    }
  }

  async #findWatch(uri: string): Promise<Helper | undefined> {
    // What is no URI of a resource has nothing to watch, and who asks for it is told elsewhere.
    const found = await findResource(this.#registry, uri).catch(() => undefined);
    return found?.resource.watch;
  }
}

interface Watched {
  subscribers: number;
  running: boolean;
  readonly stop: AbortController;
}
