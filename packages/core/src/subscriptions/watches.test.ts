import { EventEmitter, on } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import { Library, libraryManifest } from "../library.fixture.js";
import type { Catalog } from "../primitives/catalog.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import { Subscriptions } from "./subscriptions.js";
import { Watches } from "./watches.js";

const BOOK = "library://book/1";
const soon = () => new Promise((resolve) => setImmediate(resolve));

let library: Library;
let catalog: Catalog;
let watches: Watches;
let updated: string[];
let errors: string[];

beforeEach(() => {
  [library, updated, errors] = [new Library(), [], []];
  const onError = ({ error, source }: { error: unknown; source: string }) => void errors.push(`${source}: ${error}`);
  const registry = registryOf(defineServer(library, { manifest: libraryManifest(), onError }));
  ({ catalog } = registry);
  watches = new Watches(catalog, registry.settings.report);
  catalog.changes.subscribe((change) => void (change.kind === "resource_updated" && updated.push(change.uri)));
});

describe("watching", () => {
  it("runs one method for all subscribers of a URI, until the last one ends", async () => {
    const emitter = new EventEmitter();
    const signals: AbortSignal[] = [];
    library.changes = (_, signal) => {
      signals.push(signal);
      return on(emitter, "change");
    };
    const [stopFirst, stopSecond] = [watches.watch([BOOK, BOOK]), watches.watch([BOOK, "library://all", "other://x"])];
    await soon();
    emitter.emit("change");
    await soon();
    expect(updated).toEqual([BOOK]);
    stopFirst();
    stopFirst();
    expect(signals[0]?.aborted).toBe(false);
    stopSecond();
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(true);
    await soon();
    // It ignores the signal, and is still ended.
    expect(emitter.listenerCount("change")).toBe(0);
    expect(errors).toEqual([]);
  });

  it("starts again with the next subscriber after it has ended or failed", async () => {
    library.changes = () => Promise.reject(new Error("secret"));
    const stop = watches.watch([BOOK]);
    await soon();
    library.changes = () => ["once"];
    watches.watch([BOOK])();
    await soon();
    expect(updated).toEqual([BOOK]);
    stop();
    expect(errors).toEqual([`watch of "${BOOK}": Error: secret`]);
  });

  it("does not block the process if the method never waits", async () => {
    let yielded = 0;
    library.changes = function* () {
      for (; yielded < 100_000; yielded++) yield yielded;
    };
    const stop = watches.watch([BOOK]);
    await soon();
    stop();
    expect(yielded).toBeLessThan(100);
  });

  it("is limited in number, and warns once how many URIs it does not watch", async () => {
    const watched = new Set<string>();
    library.changes = (uri, signal) => {
      watched.add(uri);
      signal.addEventListener("abort", () => watched.delete(uri));
      return new Promise(() => undefined);
    };
    const uris = Array.from({ length: 10_002 }, (_, id) => `library://book/${id}`);
    const stopFirst = watches.watch(uris.slice(0, 10_000));
    const stopSecond = watches.watch(uris);
    await soon();
    expect(watched.size).toBe(10_000);
    expect(errors).toEqual([
      expect.stringMatching(/: At most 10000 URIs are watched at a time\. A client has named more/),
    ]);
    stopFirst();
    expect(watched.size).toBe(10_000);
    const stopThird = watches.watch(uris.slice(-1));
    stopSecond();
    await soon();
    const stopFourth = watches.watch(uris.slice(-1));
    stopThird();
    await soon();
    expect([...watched]).toEqual(uris.slice(-1));
    stopFourth();
    expect(watched.size).toBe(0);
  });

  it("reports a watch method that returns no iterable", async () => {
    library.changes = () => 5;
    watches.watch([BOOK]);
    await soon();
    expect(errors[0]).toMatch(/must return a list or another iterable, not number 5/);
  });
});

describe("subscriptions of a legacy connection", () => {
  it("are only to resources that exist", async () => {
    const subscriptions = new Subscriptions(catalog, () => watches);
    await expect(subscriptions.subscribe("library://nothing")).rejects.toMatchObject({
      fault: { kind: "resource-not-found" },
    });
    await subscriptions.subscribe(BOOK);
    expect(subscriptions.has(BOOK)).toBe(true);
    subscriptions.unsubscribe("library://never");
    subscriptions.unsubscribe(BOOK);
    expect(subscriptions.has(BOOK)).toBe(false);
  });

  it("are limited in number", async () => {
    const subscriptions = new Subscriptions(catalog, () => watches);
    for (let id = 0; id < 1000; id++) await subscriptions.subscribe(`library://book/${id}`);
    await subscriptions.subscribe("library://book/0");
    await expect(subscriptions.subscribe("library://book/1000")).rejects.toMatchObject({
      fault: { kind: "invalid-params" },
    });
    subscriptions.unsubscribe("library://book/0");
    await subscriptions.subscribe("library://book/1000");
  });

  it("end with the connection, even while one is being opened", async () => {
    const signals: AbortSignal[] = [];
    library.changes = (_, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const subscriptions = new Subscriptions(catalog, () => watches);
    await subscriptions.subscribe(BOOK);
    const late = subscriptions.subscribe("library://book/2");
    await soon();
    subscriptions.close();
    await late;
    await subscriptions.subscribe("library://book/3");
    expect(subscriptions.has("library://book/3")).toBe(false);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });
});
