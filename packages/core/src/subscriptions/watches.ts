import { runInCall } from "../containment/run-in-call.js";
import { findResource } from "../dispatch/find-resource.js";
import type { Helper } from "../registry/bind-helper.js";
import type { Registry } from "../registry/registry.js";
import { requireIterable } from "../registry/require-iterable.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import { reportError } from "../reporting/report-error.js";
import { forEachUntil } from "./for-each-until.js";

/** As many URIs as are watched at a time, whoever asks. */
const MAX_WATCHED = 10_000;

/** Runs the `watch` methods of resources, each for as long as somebody is subscribed to the URI. */
export class Watches {
  readonly #registry: Registry;
  readonly #watched = new Map<string, Watched>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Adds a subscriber to each of the URIs, until the function that this returns is called. */
  readonly watch = (uris: readonly string[]): (() => void) => {
    const asked = [...new Set(uris)];
    const own = new Set(asked.filter((uri) => this.#begin(uri)));
    if (own.size < asked.length) this.#warn(asked.length - own.size);
    return () => {
      for (const uri of own) this.#end(uri);
      own.clear();
    };
  };

  /** @returns whether there was room */
  #begin(uri: string): boolean {
    const known = this.#watched.get(uri);
    if (!known && this.#watched.size >= MAX_WATCHED) return false;
    const watched = known ?? { subscribers: 0, running: false, stop: new AbortController() };
    this.#watched.set(uri, watched);
    watched.subscribers++;
    // Again, where it has come to an end by itself.
    if (!watched.running) void this.#run(uri, watched);
    return true;
  }

  /** Once for all, since clients choose how many URIs they name. */
  #warn(refused: number): void {
    const warning = `No more than ${MAX_WATCHED} URIs are watched at a time: ${refused} that a client named are not.`;
    reportError(new OperatorWarning(warning), "a subscription", this.#registry);
  }

  #end(uri: string): void {
    const watched = this.#watched.get(uri);
    if (!watched || --watched.subscribers > 0) return;
    this.#watched.delete(uri);
    watched.stop.abort();
  }

  async #run(uri: string, watched: Watched): Promise<void> {
    const { signal } = watched.stop;
    const source = `watch of "${uri}"`;
    watched.running = true;
    try {
      const watch = await this.#findWatch(uri);
      if (!watch || signal.aborted) return;
      await runInCall({ source, registry: this.#registry, stoppedBy: watched.stop }, async () => {
        const updates = requireIterable(await watch(uri, signal), "A watch method");
        await forEachUntil(signal, updates, () => this.#registry.controls.resourceUpdated(uri));
      });
    } catch (error) {
      if (!signal.aborted) reportError(error, source, this.#registry);
    } finally {
      watched.running = false;
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
