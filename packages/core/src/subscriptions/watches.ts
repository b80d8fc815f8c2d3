import { currentContainment } from "../containment/containment.js";
import { createCallScope } from "../containment/create-call-scope.js";
import { requireResource } from "../dispatch/find-resource.js";
import type { Catalog } from "../primitives/catalog.js";
import type { OptionMethod } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import { requireIterable } from "../result/require-iterable.js";
import { forEachUntil } from "./for-each-until.js";

/**
 * Runs the `watch` methods of resources, each while the resource is offered and at least one client is subscribed to the
 * URI.
 */
export class Watches {
  readonly #catalog: Catalog;
  readonly #report: Report;
  readonly #watched = new Map<string, Watched>();
  /** Stops to follow which resources are offered. */
  #unfollow: (() => void) | undefined;

  constructor(catalog: Catalog, report: Report) {
    this.#catalog = catalog;
    this.#report = report;
  }

  /** Adds a subscriber to each of the URIs. Returns a function that removes it. */
  readonly watch = (uris: readonly string[]): (() => void) => {
    const own = new Set(uris);
    for (const uri of own) this.#begin(uri);
    return () => {
      for (const uri of own) this.#end(uri);
      own.clear();
    };
  };

  #begin(uri: string): void {
    const watched = this.#watched.get(uri) ?? this.#open(uri);
    watched.subscribers++;
    // Starts the method again if it has ended by itself.
    if (!watched.running) void this.#run(uri, watched);
  }

  #open(uri: string): Watched {
    const forget = this.#catalog.watched.note(uri);
    const watched: Watched = { ...{ subscribers: 0, running: false, forget }, stop: new AbortController() };
    this.#watched.set(uri, watched);
    this.#unfollow ??= this.#catalog.changes.subscribe(({ kind }) => {
      if (kind === "resources_list_changed") for (const entry of this.#watched) void this.#renew(...entry);
    });
    return watched;
  }

  /** Runs the method of the resource that has the URI now, if that is another one. */
  async #renew(uri: string, watched: Watched): Promise<void> {
    const method = await this.#findWatch(uri);
    if (method === watched.method || this.#watched.get(uri) !== watched) return;
    watched.stop.abort();
    watched.stop = new AbortController();
    void this.#run(uri, watched);
  }

  #end(uri: string): void {
    const watched = this.#watched.get(uri);
    if (!watched || --watched.subscribers > 0) return;
    this.#watched.delete(uri);
    watched.stop.abort();
    watched.forget();
    if (this.#watched.size > 0) return;
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  async #run(uri: string, watched: Watched): Promise<void> {
    const { stop } = watched;
    const { signal } = stop;
    const source = `watch of "${uri}"`;
    watched.running = true;
    try {
      const watch = await this.#findWatch(uri);
      if (signal.aborted) return;
      watched.method = watch;
      if (!watch) return;
      const scope = createCallScope({ source, report: this.#report, stoppedBy: stop });
      await currentContainment().run(scope, async () => {
        const updates = requireIterable(await watch(uri, signal), "A watch method");
        await forEachUntil(signal, updates, () => this.#catalog.controls.resourceUpdated(uri));
      });
    } catch (error) {
      if (!signal.aborted) this.#report(error, source);
    } finally {
      if (watched.stop === stop) watched.running = false;
    }
  }

  async #findWatch(uri: string): Promise<OptionMethod | undefined> {
    // Unknown URIs are refused elsewhere.
    const found = await requireResource(this.#catalog.enabled(), uri).catch(() => undefined);
    return found?.resource.watch;
  }
}

interface Watched {
  subscribers: number;
  running: boolean;
  /** The method that runs, or was the last to run. */
  method?: OptionMethod | undefined;
  stop: AbortController;
  /** Takes the URI out of those that are watched. */
  readonly forget: () => void;
}
