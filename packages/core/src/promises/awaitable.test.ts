import { describe, expect, test } from "vitest";
import { after, attempt, Later } from "./awaitable.js";

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

describe("a value that comes later", () => {
  test("all steps run in the turn in which the value comes", () => {
    const said: string[] = [];
    const later = new Later<number>();
    const end = later.then((value) => value + 1).then((value) => said.push(`got ${value}`));
    expect(said).toEqual([]);
    later.resolve(1);
    expect(said).toEqual(["got 2"]);
    end.then(() => said.push("added afterwards"));
    expect(said).toEqual(["got 2", "added afterwards"]);
  });

  test("a step that returns a promise makes the next one wait", async () => {
    const later = new Later<string>();
    const end = later.then(async (value) => `${value}!`).then((value) => `${value}!`);
    later.resolve("now");
    await expect(end).resolves.toBe("now!!");
  });

  test("errors skip steps, as those of promises do", async () => {
    const later = new Later<number>();
    const skipped = later.then(() => expect.unreachable());
    const recovered = skipped.then(null, (error) => `recovered from ${(error as Error).message}`);
    later.reject(new Error("this"));
    await expect(recovered).resolves.toBe("recovered from this");
    const thrown = recovered.then(() => {
      throw new Error("that");
    });
    await expect(thrown).rejects.toThrow("that");
  });

  test("a step that rejects is recovered from", async () => {
    const later = new Later<number>();
    const answer = attempt(
      () => later.then(() => Promise.reject(new Error("late"))) as unknown as Promise<string>,
      (error) => (error as Error).message,
    );
    later.resolve(1);
    expect(await answer).toBe("late");
  });

  test("only the first value counts", async () => {
    const later = new Later<number>();
    later.resolve(1);
    later.resolve(2);
    later.reject(new Error("no"));
    await expect(later).resolves.toBe(1);
  });
});
