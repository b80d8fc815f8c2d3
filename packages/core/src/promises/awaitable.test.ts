import { describe, expect, test } from "vitest";
import { after, attempt } from "./awaitable.js";

const double = (value: number) => value * 2;

describe("after", () => {
  test("continues at once with a value", () => {
    expect(after(2, double)).toBe(4);
  });

  test.each([
    ["a promise", Promise.resolve(2)],
    // biome-ignore lint/suspicious/noThenProperty: a method may return any thenable
    ["a thenable", { then: (resolve: (value: number) => void) => resolve(2) } as unknown as Promise<number>],
  ])("continues later with %s", async (_, value) => {
    const continued = after(value, double);
    expect(continued).toBeInstanceOf(Promise);
    expect(await continued).toBe(4);
  });
});

describe("attempt", () => {
  const recover = (error: unknown) => `recovered from ${error}`;

  test("returns the value of synchronous work", () => {
    expect(attempt(() => 2, recover)).toBe(2);
  });

  test("recovers at once from what is thrown", () => {
    const work = (): string => {
      throw new Error("x");
    };
    expect(attempt(work, recover)).toBe("recovered from Error: x");
  });

  test("recovers later from a rejection", async () => {
    expect(await attempt(() => Promise.reject("x"), recover)).toBe("recovered from x");
  });
});
