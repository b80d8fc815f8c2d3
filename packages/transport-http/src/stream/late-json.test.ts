import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeepAlive } from "./keep-alive.js";
import { lateJson } from "./late-json.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("white space comes before the text, for as long as it takes", async () => {
  let tell = (_: string): void => undefined;
  const text = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const answer = lateJson(text, new KeepAlive(1_000), () => undefined).text();
  await vi.advanceTimersByTimeAsync(2_500);
  tell('{"a":1}');
  expect(await answer).toBe('   {"a":1}');
});

test("one that is given up is kept alive no longer", async () => {
  let given = 0;
  const response = lateJson(new Promise(() => undefined), new KeepAlive(1_000), () => given++);
  expect(vi.getTimerCount()).toBe(1);
  await response.body?.cancel();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([given, vi.getTimerCount()]).toEqual([1, 0]);
});
