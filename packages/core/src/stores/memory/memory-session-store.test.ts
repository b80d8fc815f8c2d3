import { describe, expect, it } from "vitest";
import { type MemorySessionOptions, MemorySessionStore } from "./memory-session-store.js";

/** A store for two sessions. The test sets its clock and which sessions are busy. */
function setUp() {
  const state = { now: 0, dropped: [] as string[], business: {} as Record<string, "busy" | "working"> };
  const options: MemorySessionOptions = {
    maxSessions: 2,
    ttlMs: 100,
    idleness: (id) => state.business[id] ?? "idle",
    onDrop: (id) => void state.dropped.push(id),
    now: () => state.now,
  };
  const store = new MemorySessionStore(options);
  const open = (id: string) => store.create({ id, owner: "" });
  const has = (...ids: string[]) => ids.map((id) => store.read(id) !== undefined);
  return { state, store, open, has };
}

describe("a session", () => {
  it("is found by its id until it is deleted", () => {
    const { store, state } = setUp();
    const record = { id: "a", owner: "ada" };
    expect(store.create(record)).toBe(true);
    expect(store.read("a")).toBe(record);
    expect(store.read("b")).toBeUndefined();
    store.delete("a");
    expect(store.read("a")).toBeUndefined();
    // A deleted session is not reported as dropped: its caller knows.
    expect(state.dropped).toEqual([]);
  });

  it("expires when it has not been used for its lifetime", () => {
    const { state, store, open, has } = setUp();
    open("a");
    open("b");
    state.now = 60;
    store.touch("a");
    state.now = 99;
    expect(has("a", "b")).toEqual([true, true]);
    state.now = 100;
    expect(has("a", "b")).toEqual([true, false]);
    expect(state.dropped).toEqual(["b"]);
    state.now = 160;
    expect(has("a")).toEqual([false]);
    expect(state.dropped).toEqual(["b", "a"]);
  });

  it("does not expire while it is in use", () => {
    const { state, open, has } = setUp();
    open("a");
    open("b");
    state.business = { a: "busy", b: "working" };
    state.now = 1_000;
    expect(has("a", "b")).toEqual([true, false]);
    state.business = {};
    expect(has("a")).toEqual([false]);
  });

  it("that has expired cannot be revived by a touch", () => {
    const { store, has } = setUp();
    store.touch("a");
    expect(has("a")).toEqual([false]);
  });
});

describe("a full store", () => {
  it("drops the least recently used session", () => {
    const { state, store, open, has } = setUp();
    open("a");
    open("b");
    store.touch("a");
    expect(open("c")).toBe(true);
    expect(has("a", "b", "c")).toEqual([true, false, true]);
    expect(state.dropped).toEqual(["b"]);
  });

  it("drops a session whose calls continue without their client only if no other is idle", () => {
    const { state, open } = setUp();
    open("a");
    open("b");
    state.business = { a: "working" };
    open("c");
    expect(state.dropped).toEqual(["b"]);
    state.business = { a: "working", c: "busy" };
    open("d");
    expect(state.dropped).toEqual(["b", "a"]);
  });

  it("has no room while all are in use", () => {
    const { state, open, has } = setUp();
    open("a");
    open("b");
    state.business = { a: "busy", b: "busy" };
    expect(open("c")).toBe(false);
    expect(has("a", "b", "c")).toEqual([true, true, false]);
    expect(state.dropped).toEqual([]);
  });

  it("has room when one has expired", () => {
    const { state, store, open } = setUp();
    open("a");
    open("b");
    state.now = 50;
    store.touch("b");
    state.now = 100;
    state.business = { b: "busy" };
    expect(open("c")).toBe(true);
    expect(state.dropped).toEqual(["a"]);
  });
});
