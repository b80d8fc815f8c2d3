import { describe, expect, it, vi } from "vitest";
import { type MemorySessionOptions, MemorySessionStore } from "./memory-session-store.js";

/** A store whose clock the test sets and which sessions are busy. */
function setUp() {
  const state = { now: 0, dropped: [] as string[], business: {} as Record<string, "busy" | "working"> };
  const options: MemorySessionOptions = {
    ttlMs: 100,
    isBusy: (id) => state.business[id] === "busy",
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
    store.create(record);
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

it("an expired session goes by itself", () => {
  vi.useFakeTimers();
  try {
    const { state, open } = setUp();
    open("a");
    state.now = 100;
    vi.advanceTimersByTime(102);
    expect(state.dropped).toEqual(["a"]);
    open("b");
    state.business = { b: "busy" };
    state.now = 300;
    vi.advanceTimersByTime(200);
    state.business = {};
    state.now = 500;
    vi.advanceTimersByTime(200);
    expect(state.dropped).toEqual(["a", "b"]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
