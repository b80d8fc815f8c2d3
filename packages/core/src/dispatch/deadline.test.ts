import { afterEach, expect, test, vi } from "vitest";
import { Deadline } from "./deadline.js";

afterEach(() => void vi.useRealTimers());

test("a pause that ends after the work does not restart the clock", async () => {
  vi.useFakeTimers();
  const deadline = new Deadline(100, { signal: new AbortController().signal, isAborted: false }, "test");
  let resume: (() => void) | undefined;
  await deadline.limit(async () => {
    resume = deadline.pause();
  });
  resume?.();
  expect(vi.getTimerCount()).toBe(0);
  expect(deadline.signal.aborted).toBe(false);
});
