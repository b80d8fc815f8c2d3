import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeepAlive } from "./keep-alive.js";
import { lateJson } from "./late-json.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("sends white space until the text is known", async () => {
  let tell = (_: string): void => undefined;
  const text = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const answer = lateJson(text, new KeepAlive(1_000), () => undefined).text();
  await vi.advanceTimersByTimeAsync(2_500);
  tell('{"a":1}');
  expect(await answer).toBe('   {"a":1}');
});

test("sends nothing more after it was cancelled", async () => {
  let given = 0;
  const response = lateJson(new Promise(() => undefined), new KeepAlive(1_000), () => given++);
  expect(vi.getTimerCount()).toBe(1);
  await response.body?.cancel();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([given, vi.getTimerCount()]).toEqual([1, 0]);
});
