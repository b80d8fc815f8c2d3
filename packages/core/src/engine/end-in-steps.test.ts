import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { endInSteps } from "./end-in-steps.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<void>(() => undefined);

function setUp({ whenAnswered = never, whenSettled = never } = {}) {
  const events: string[] = [];
  const report = { flush: () => void events.push("say what was counted") };
  const engine = { abort: () => events.push("abort"), giveUp: () => events.push("give up"), whenSettled, report };
  const flush = async () => void events.push("flush");
  const transport = { whenAnswered, answerRest: () => events.push("answer the rest"), flush };
  const run = (hurry?: Promise<void>) => endInSteps(1_000, engine as never, transport as never, hurry);
  return { events, run };
}

it("ends at once if nothing is open", async () => {
  const done = async () => undefined;
  const { events, run } = setUp({ whenAnswered: done, whenSettled: done });
  await run();
  expect(events).toEqual(["abort", "give up", "answer the rest", "flush", "say what was counted"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("gives calls half of the time, their methods a good third, and the answers the rest", async () => {
  const { events, run } = setUp();
  const ended = run();
  const steps: [number, string[]][] = [
    [499, []],
    [1, ["abort"]],
    [349, ["abort"]],
    [1, ["abort", "give up"]],
    [50, ["abort", "give up", "answer the rest", "flush", "say what was counted"]],
  ];
  for (const [milliseconds, expected] of steps) {
    await vi.advanceTimersByTimeAsync(milliseconds);
    expect(events).toEqual(expected);
  }
  await ended;
});

it("aborts at once when it must hurry", async () => {
  const { events, run } = setUp();
  void run(Promise.resolve());
  await vi.advanceTimersByTimeAsync(0);
  expect(events).toEqual(["abort"]);
});
