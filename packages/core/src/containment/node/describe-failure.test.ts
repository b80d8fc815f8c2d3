import { expect, test } from "vitest";
import { describeFailure } from "./describe-failure.js";

function withStack(message: string, ...frames: string[]): Error {
  return Object.assign(new Error(message), { stack: [`Error: ${message}`, ...frames].join("\n") });
}

test.each<[string, unknown, string]>([
  [
    "the first frame that is not Node's",
    withStack(
      "gone",
      "    at node:internal/timers:1:2",
      "    at Socket.emit (node:events:1:2)",
      "    at run (/a.js:1:2)",
    ),
    "Error: gone, at run (/a.js:1:2)",
  ],
  ["no frame, where all are Node's", withStack("gone", "    at node:net:1:2"), "Error: gone"],
  ["no frame of the message", withStack("a\n    at forged (/x.js:1:1)"), "Error: a\n    at forged (/x.js:1:1)"],
  ["an error without a stack", Object.assign(new RangeError("far"), { stack: undefined }), "RangeError: far"],
  ["undefined", undefined, "Thrown: undefined"],
  ["a text", "gone", "Thrown: 'gone'"],
  ["an object", { code: 1, inner: {} }, "Thrown: { code: 1, inner: {} }"],
  ["what cannot be shown", new Proxy({}, { getPrototypeOf: () => expect.fail() }), "An error that cannot be shown"],
])("says %s", (_, error, text) => {
  expect(describeFailure(error)).toBe(text);
});

test("truncates long text", () => {
  expect(describeFailure(withStack("x".repeat(10_000)))).toMatch(/^Error: x{900,1000}…$/);
});
