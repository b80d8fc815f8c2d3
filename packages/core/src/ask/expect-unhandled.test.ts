import { expect, test } from "vitest";
import { expectUnhandled } from "./expect-unhandled.js";

test("only what is expected may be left unhandled, unless somebody else decides that", () => {
  const others = process.listeners("unhandledRejection");
  const expected = new Error("expected");
  expectUnhandled(expected);
  expectUnhandled("a text");
  const added = process.listeners("unhandledRejection").filter((listener) => !others.includes(listener));
  expect(added).toHaveLength(1);
  const reject = (reason: unknown) => added[0]?.(reason, Promise.resolve());
  const other = new Error("other");
  expect(() => reject(other)).not.toThrow();
  process
    .removeAllListeners("unhandledRejection")
    .on("unhandledRejection", added[0] as NodeJS.UnhandledRejectionListener);
  try {
    expect(() => reject(expected)).not.toThrow();
    expect(() => reject(other)).toThrow(other);
    expect(() => reject("a text")).toThrow("a text");
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of [...others, ...added]) process.on("unhandledRejection", listener);
  }
});
