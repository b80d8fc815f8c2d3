import { afterEach, expect, test, vi } from "vitest";
import { createDeadline } from "./deadline.js";

afterEach(() => void vi.useRealTimers());

test("a pause that outlasts the work does not start the clock again", async () => {
  vi.useFakeTimers();
  const { signal, limit, pause } = createDeadline(100, new AbortController().signal, "test", () => undefined);
  let resume: (() => void) | undefined;
  await limit(async () => {
    resume = pause();
  });
  resume?.();
  expect(vi.getTimerCount()).toBe(0);
  expect(signal.aborted).toBe(false);
});
