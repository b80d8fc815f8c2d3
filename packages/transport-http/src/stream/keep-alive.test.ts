import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeepAlive } from "./keep-alive.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("beats whenever nothing was written for the interval", () => {
  const beat = vi.fn();
  const kept = new KeepAlive(100).keep(beat);
  vi.advanceTimersByTime(250);
  expect(beat).toHaveBeenCalledTimes(2);
  kept.touch();
  vi.advanceTimersByTime(99);
  expect(beat).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(beat).toHaveBeenCalledTimes(3);
  kept.end();
  // Too late: what is written after the end must not begin it again.
  kept.touch();
  vi.advanceTimersByTime(1_000);
  expect(beat).toHaveBeenCalledTimes(3);
});

test("has one timer for all responses, and none without responses", () => {
  const keepAlive = new KeepAlive(100);
  const beats: number[] = [];
  const all = Array.from({ length: 1_000 }, (_, index) => {
    vi.advanceTimersByTime(index % 100 === 0 ? 1 : 0);
    return keepAlive.keep(() => void beats.push(index));
  });
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(150);
  expect(beats).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  for (const kept of all) kept.end();
  vi.advanceTimersByTime(200);
  expect(vi.getTimerCount()).toBe(0);
});

test("never beats without an interval", () => {
  const beat = vi.fn();
  new KeepAlive(0).keep(beat);
  expect(vi.getTimerCount()).toBe(0);
});

test("a pause is over after the interval, unless it is ended before", async () => {
  const keepAlive = new KeepAlive(100);
  const [first, second] = [keepAlive.pause(), keepAlive.pause()];
  const over: string[] = [];
  void first.over.then(() => over.push("first"));
  void second.over.then(() => over.push("second"));
  second.end();
  await vi.advanceTimersByTimeAsync(500);
  expect(over).toEqual(["first"]);
});
