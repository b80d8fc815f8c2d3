import { afterEach, describe, expect, it, vi } from "vitest";
import type { Task } from "../task.js";
import type { TaskEntry } from "../task-store.js";
import { MemoryTaskStore } from "./memory-task-store.js";

afterEach(() => void vi.useRealTimers());

const entry = (taskId: string, more: Partial<Task> = {}): TaskEntry => ({
  owner: "",
  task: {
    ...{ taskId, status: "working", createdAt: new Date().toISOString(), lastUpdatedAt: new Date().toISOString() },
    ...{ ttlMs: 60_000, pollIntervalMs: 1, ...more },
  },
});
const done = (taskId: string, text = "") => entry(taskId, { status: "completed", result: { text } });

function setUp(limits: { maxTasks?: number; maxTasksSize?: number } = {}) {
  const store = new MemoryTaskStore({ maxTasks: 4, maxTasksSize: 1_000_000, ...limits });
  const has = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await store.read(id)) !== undefined));
  return { store, has };
}

describe("Without room for a task", () => {
  it("the account that has most loses its finished ones, the oldest first", async () => {
    const { store, has } = setUp();
    for (const id of ["a1", "a2", "a3"]) await store.create(entry(id), "a");
    await store.create(entry("b1"), "b");
    for (const id of ["b1", "a2", "a1"]) await store.write(done(id));
    expect(await store.create(entry("c1"), "c")).toBe(true);
    expect(await has("a1", "a2", "a3", "b1", "c1")).toEqual([true, false, true, true, true]);
  });

  it("tasks that run stay", async () => {
    const { store, has } = setUp();
    for (const id of ["a1", "a2", "a3", "a4"]) await store.create(entry(id), "a");
    expect(await store.create(entry("b1"), "b")).toBe(false);
    expect(await has("a1", "a4", "b1")).toEqual([true, true, false]);
  });

  it("an expired one makes it", async () => {
    vi.useFakeTimers();
    const { store, has } = setUp({ maxTasks: 1 });
    await store.create(entry("a1"), "a");
    expect(await store.create(entry("b1"), "b")).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(await has("a1")).toEqual([false]);
    expect(await store.create(entry("b1"), "b")).toBe(true);
  });
});

describe("Without room for a result", () => {
  it("older results of the account that has most go", async () => {
    const { store, has } = setUp({ maxTasksSize: 10_000 });
    for (const id of ["a1", "a2"]) {
      await store.create(entry(id), "a");
      await store.write(done(id, "x".repeat(4_000)));
    }
    await store.create(entry("b1"), "b");
    await store.write(done("b1", "y".repeat(3_000)));
    expect(await has("a1", "a2", "b1")).toEqual([false, true, true]);
    expect(await store.read("b1")).toMatchObject({ task: { result: { text: "y".repeat(3_000) } } });
  });

  it("the task fails and says why", async () => {
    const { store } = setUp({ maxTasksSize: 10_000 });
    await store.create(entry("a1"), "a");
    await store.write(done("a1", "x".repeat(20_000)));
    expect(await store.read("a1")).toMatchObject({
      task: {
        status: "failed",
        error: { code: -32603, message: expect.stringMatching(/not stored.*limits\.maxTasksSize/) },
      },
    });
  });

  it("what a running task shows is refused, and it goes on", async () => {
    const { store } = setUp({ maxTasksSize: 10_000 });
    await store.create(entry("a1"), "a");
    await expect(store.write(entry("a1", { statusMessage: "x".repeat(20_000) }))).rejects.toThrow(/maxTasksSize/);
    expect(await store.read("a1")).toMatchObject({ task: { status: "working" } });
    await store.write(done("a1", "short"));
    expect(await store.read("a1")).toMatchObject({ task: { status: "completed" } });
  });
});

it("a stored task no longer changes with its entry", async () => {
  const { store } = setUp();
  const result = { text: "before" };
  await store.create(entry("a"));
  await store.write(entry("a", { status: "completed", result }));
  result.text = "after";
  expect(await store.read("a")).toMatchObject({ task: { result: { text: "before" } } });
});
