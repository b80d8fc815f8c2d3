import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { describeError } from "./describe-error.js";
import { summarizeError } from "./summarize-error.js";

function withStack<T extends Error>(error: T, ...frames: string[]): T {
  return Object.assign(error, { stack: [`${error.name}: ${error.message}`, ...frames].join("\n") });
}

const at = "    at run (/a.js:1:2)";

class NotFound extends Error {}

const revoked = Proxy.revocable({}, {});
revoked.revoke();

function fail(): never {
  throw new Error("gotcha");
}

describe("describeError", () => {
  test("looks as people know it", () => {
    const cause = withStack(new TypeError("fetch failed"), at);
    const error = Object.assign(withStack(new Error("no weather", { cause }), at), { code: "E_SKY", tries: [1, 2] });
    expect(describeError(error).split("\n")).toEqual([
      "Error: no weather",
      "    at run (/a.js:1:2)",
      '    { code: "E_SKY", tries: [1, 2] }',
      "    [cause]: TypeError: fetch failed",
      "        at run (/a.js:1:2)",
    ]);
  });

  test("shows what an AggregateError consists of", () => {
    const error = withStack(new AggregateError([withStack(new Error("a"), at), "b"], "both"), at);
    expect(describeError(error).split("\n")).toEqual([
      "AggregateError: both",
      "    at run (/a.js:1:2)",
      "    [errors.0]: Error: a",
      "        at run (/a.js:1:2)",
      "    [errors.1]: b",
    ]);
  });

  test("no text begins a line of its own, and no control character is left", () => {
    const forged = "x\u001b[2J\n[plainmcp] FORGED\r\n    at forged (/x.js:1:1)\u202e";
    const error = Object.assign(new Error(forged, { cause: new Error(forged) }), { [forged]: forged, name: forged });
    const lines = describeError(error).split("\n");
    expect(lines.slice(1).filter((line) => !line.startsWith("    "))).toEqual([]);
    expect(lines.filter((line) => /^ *(?:\[plainmcp\]|at forged)/.test(line))).toEqual([]);
    expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(lines).toContain("    | [plainmcp] FORGED");
    expect(lines[0]).toMatch(/^x\\u001b\[2J/);
  });

  test.each<[string, unknown, string]>([
    ["a text", "gone\nfor good", "gone\n    | for good"],
    ["undefined", undefined, "undefined"],
    ["null", null, "null"],
    ["a symbol", Symbol("s"), "Symbol(s)"],
    [
      "an object",
      { code: 1, inner: { deep: { deeper: {} } }, list: ["a", 1n] },
      '{ code: 1, inner: { deep: [object] }, list: ["a", 1n] }',
    ],
    ["an object with a text of its own", { toString: () => "own\ntext" }, "own\n    | text"],
    ["an object with an error", { error: new NotFound("x") }, "{ error: [NotFound: x] }"],
    ["a class without a name", withStack(new NotFound("7"), at), `NotFound: 7\n${at}`],
    ["an error without a stack", Object.assign(new RangeError("far"), { stack: undefined }), "RangeError: far"],
    ["an error without a message", Object.assign(new Error(""), { stack: `Error\n${at}` }), `Error\n${at}`],
    [
      "an error of another realm",
      runInNewContext("Object.assign(new TypeError('there'), { stack: '' })"),
      "TypeError: there",
    ],
    ["bytes", new Uint8Array(5_000_000), "[5000000 bytes]"],
  ])("shows %s", (_, thrown, text) => {
    expect(describeError(thrown)).toBe(text);
  });

  test.each<[string, unknown, RegExp]>([
    ["a revoked proxy", revoked.proxy, /^\[cannot be shown: TypeError: .*revoked.*\]$/],
    ["an object whose text fails", { toString: fail }, /^\[cannot be shown: Error: gotcha\]$/],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), /^\{ a: 1 \}$/],
    [
      "a getter",
      {
        get secret() {
          return fail();
        },
      },
      /^\{ secret: \[getter\] \}$/,
    ],
    [
      "custom inspection",
      Object.assign(new Error("x"), { [Symbol.for("nodejs.util.inspect.custom")]: fail }),
      /^Error: x\n/,
    ],
    ["a message that fails", Object.defineProperty(new Error("x"), "message", { get: fail }), /^Error/],
    ["a stack that fails", Object.defineProperty(new Error("x"), "stack", { get: fail }), /^Error: x$/],
    ["a name that fails", Object.defineProperty(new Error("x"), "name", { get: fail }), /^Error: x/],
    ["a cause that fails", Object.defineProperty(new Error("x"), "cause", { get: fail }), /^Error: x\n/],
    ["a message that is no text", Object.assign(new Error("x"), { message: 5 }), /^Error/],
    ["keys that fail", new Proxy(new Error("x"), { ownKeys: fail }), /cannot be shown/],
  ])("survives %s", (_, thrown, text) => {
    expect(describeError(thrown)).toMatch(text);
  });

  test("an old message in the stack cannot look like an entry either", () => {
    const error = withStack(new Error("old\n[plainmcp] FORGED"), at);
    error.message = "new";
    expect(describeError(error)).toBe(`Error: new\n    | Error: old\n    | [plainmcp] FORGED\n${at}`);
  });

  test("a cause may be the error itself", () => {
    const error = withStack(new Error("round"), at);
    error.cause = error;
    expect(describeError(error)).toBe(`Error: round\n${at}\n    [cause]: Error: round`);
  });

  test.each<[string, unknown]>([
    ["message", withStack(new Error("x".repeat(1_000_000)), at)],
    ["stack", withStack(new Error("x"), ...Array<string>(100_000).fill(at))],
    ["text", "x".repeat(1_000_000)],
    ["property", Object.assign(new Error("x"), { body: "y".repeat(1_000_000) })],
    ["list", Object.assign(new Error("x"), { body: Array(1_000_000).fill("y".repeat(1_000)) })],
    [
      "chain of causes",
      Array.from({ length: 1_000 }).reduce<Error>(
        (cause) => new Error("x".repeat(1_000), { cause }),
        new Error("first"),
      ),
    ],
    ["group", new AggregateError(Array.from({ length: 1_000 }, () => new Error("x".repeat(5_000))))],
  ])("a long %s is cut", (_, thrown) => {
    expect(describeError(thrown).length).toBeLessThan(16_100);
  });

  test("says how much of a message is missing, and still shows the stack", () => {
    const text = describeError(withStack(new Error("x".repeat(1_000_000)), at));
    expect(text).toMatch(/^Error: x+… \(996,007 more characters\)\n {4}at run \(\/a\.js:1:2\)$/);
  });
});

describe("summarizeError", () => {
  test.each<[string, unknown, string]>([
    [
      "the first frame that is not Node's",
      withStack(
        new Error("gone"),
        "    at node:internal/timers:1:2",
        "    at Socket.emit (node:events:1:2)",
        "    at run (/a.js:1:2)",
      ),
      "Error: gone, at run (/a.js:1:2)",
    ],
    ["no frame, where all are Node's", withStack(new Error("gone"), "    at node:net:1:2"), "Error: gone"],
    [
      "no frame of the message",
      withStack(new Error("a\n    at forged (/x.js:1:1)")),
      "Error: a\n    at forged (/x.js:1:1)",
    ],
    ["a message that is part of the name", withStack(new RangeError("a"), at), "RangeError: a, at run (/a.js:1:2)"],
    ["undefined", undefined, "Thrown: undefined"],
    ["a text", "gone", 'Thrown: "gone"'],
    ["an object", { code: 1, inner: {} }, "Thrown: { code: 1, inner: {} }"],
  ])("says %s", (_, error, text) => {
    expect(summarizeError(error)).toBe(text);
  });

  test("is short", () => {
    expect(summarizeError(new Error("x".repeat(10_000))).length).toBeLessThan(1_300);
  });
});
