import { EventEmitter, on } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import { Library, libraryManifest } from "../library.fixture.js";
import { Budget } from "../limits/budget.js";
import type { Catalog } from "../primitives/catalog.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import { type Subscriber, Subscriptions } from "./subscriptions.js";
import { Watches } from "./watches.js";

const BOOK = "library://book/1";
const soon = () => new Promise((resolve) => setImmediate(resolve));

let library: Library;
let catalog: Catalog;
let watches: Watches;
let budget: Budget;
let updated: string[];
let errors: string[];

beforeEach(() => {
  [library, updated, errors] = [new Library(), [], []];
  const onError = ({ error, source }: { error: unknown; source: string }) => void errors.push(`${source}: ${error}`);
  const registry = registryOf(defineServer(library, { manifest: libraryManifest(), onError }));
  ({ catalog } = registry);
  watches = new Watches(catalog, registry.settings.report);
  budget = new Budget({ limit: "maxWatches", max: 10_000, unit: "subscribed URIs" });
  catalog.changes.subscribe((change) => void (change.kind === "resource_updated" && updated.push(change.uri)));
});

const subscribe = (subscriber?: Subscriber) =>
  new Subscriptions({ catalog, watches: () => watches, watchBudget: budget }, subscriber);

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

  it("reports a watch method that returns no iterable", async () => {
    library.changes = () => 5;
    watches.watch([BOOK]);
    await soon();
    expect(errors[0]).toMatch(/must return a list or another iterable, not number 5/);
  });
});

describe("subscriptions of a legacy connection", () => {
  it("are only to resources that exist", async () => {
    const subscriptions = subscribe();
    await expect(subscriptions.subscribe("library://nothing")).rejects.toMatchObject({
      fault: { kind: "resource-not-found" },
    });
    await subscriptions.subscribe(BOOK);
    expect(subscriptions.has(BOOK)).toBe(true);
    subscriptions.unsubscribe("library://never");
    subscriptions.unsubscribe(BOOK);
    expect(subscriptions.has(BOOK)).toBe(false);
  });

  it("are refused when all clients have too many, and give way to another client", async () => {
    budget = new Budget({ limit: "maxWatches", max: 3, unit: "subscribed URIs" });
    const gone: string[] = [];
    const subscriber = (account: string) => ({
      account,
      turn: (isOwn: boolean) => (isOwn ? undefined : 0),
      giveUp: () => void gone.push(account),
    });
    const [one, other] = [subscribe(subscriber("a")), subscribe(subscriber("b"))];
    for (const id of [0, 1, 2]) await one.subscribe(`library://book/${id}`);
    await expect(one.subscribe("library://book/3")).rejects.toThrow(/limits\.maxWatches/);
    expect(one.has("library://book/3")).toBe(false);
    await other.subscribe("library://book/3");
    expect(gone).toEqual(["a"]);
    one.close();
    other.close();
    expect(budget.used).toBe(0);
  });

  it("count for more if their URIs are long", async () => {
    const subscriptions = subscribe();
    await subscriptions.subscribe(BOOK);
    expect(budget.used).toBe(1);
    await subscriptions.subscribe(`library://book/${"x".repeat(3_000)}`);
    expect(budget.used).toBe(4);
    subscriptions.unsubscribe(BOOK);
    expect(budget.used).toBe(3);
  });

  it("are limited in number", async () => {
    const subscriptions = subscribe();
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
    const subscriptions = subscribe();
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
