import { expect, test } from "vitest";
import { settleWithin } from "./settle-within.js";

test.each([2 ** 31, Number.POSITIVE_INFINITY])(
  "waits for the promise, although no timer can wait %d ms",
  async (time) => {
    let end = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      end = resolve;
    });
    let isOver = false;
    const settled = settleWithin(time, promise).then(() => {
      isOver = true;
    });
    // A timer that overflows fires before this one.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isOver).toBe(false);
    end();
    await settled;
  },
);

test("resolves when the time is over, and when the promise rejects", async () => {
  await settleWithin(1, new Promise(() => undefined));
  await settleWithin(60_000, Promise.reject(new Error("failed")));
});
