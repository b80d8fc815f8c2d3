import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FailureLog } from "./failure-log.js";

let lines: string[];

beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation((...values) => {
    // A second argument would make the first a format, and clients choose parts of it.
    expect(values).toHaveLength(1);
    lines.push(values[0]);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const MINUTE = 60_000;

const failure = (message: string, frame = "at run (/a.js:1:2)", more: object = {}) =>
  Object.assign(new Error(message), { stack: `Error: ${message}\n    ${frame}`, ...more });

test("a failure is written in full, with advice for the first of a tool", () => {
  const log = new FailureLog();
  log.failure(failure("full"), "the task store", "1");
  log.failure(failure("a"), 'tool "x"', "2");
  log.failure(failure("b"), 'tool "x"', "3");
  expect(lines).toEqual([
    "[plainmcp] the task store failed (reference 1) Error: full\n    at run (/a.js:1:2)",
    '[plainmcp] tool "x" failed (reference 2; for a text that the model may read, throw ToolError) Error: a\n    at run (/a.js:1:2)',
    '[plainmcp] tool "x" failed (reference 3) Error: b\n    at run (/a.js:1:2)',
  ]);
});

test("a flood is ten in full and then a number, and each client gets a reference that is in the log", () => {
  const log = new FailureLog();
  const references = Array.from({ length: 10_000 }, (_, index) => log.failure(failure(`no ${index}`), 'tool "x"'));
  expect(lines).toHaveLength(10);
  expect(new Set(references).size).toBe(10);
  for (const [index, reference] of references.slice(0, 10).entries()) {
    expect(lines[index]).toMatch(new RegExp(`\\(reference ${reference}[;)].* Error: no ${index}\n`));
  }
  const last = references[9];
  expect(new Set(references.slice(9))).toEqual(new Set([last]));
  vi.advanceTimersByTime(MINUTE);
  expect(lines.splice(0).slice(10)).toEqual([`[plainmcp] tool "x" failed (reference ${last}) … and 9,990 more`]);
  vi.advanceTimersByTime(MINUTE);
  expect(lines).toEqual([]);
});

test("what fails now and then is written in full each time", () => {
  const log = new FailureLog();
  for (let i = 0; i < 60; i++) {
    log.failure(failure("busy"), 'tool "x"');
    vi.advanceTimersByTime(MINUTE / 5);
  }
  expect(lines).toHaveLength(60);
});

test.each<[string, Error, string]>([
  ["of another tool", failure("other"), 'tool "y"'],
  ["at another place", failure("other", "at other (/b.js:1:2)"), 'tool "x"'],
  ["with another code", failure("other", undefined, { code: "ECONNREFUSED" }), 'tool "x"'],
  ["of another class", Object.assign(failure("other"), { name: "TypeError" }), 'tool "x"'],
  ["of the background of the tool", failure("other"), 'background work of tool "x"'],
])("a flood does not hide a failure %s", (_, other, source) => {
  const log = new FailureLog();
  for (let i = 0; i < 1_000; i++) log.failure(failure(`no ${i}`), 'tool "x"');
  lines = [];
  log.failure(other, source);
  expect(lines).toEqual([expect.stringContaining("other")]);
});

test.each([
  (index: number) => `resource "x://${index}"`,
  (index: number) => `watch of "x://${index}"`,
  (index: number) => `background work of resource "x://${index}\n"`,
])("clients do not make kinds by their URIs: %s", (sourceOf) => {
  const log = new FailureLog();
  for (let i = 0; i < 1_000; i++)
    log.failure(failure(`not found: x://${i}\n    at fake${i} (/x.js:${i}:1)`), sourceOf(i));
  expect(lines).toHaveLength(10);
  log.failure(failure("other"), 'tool "y"');
  expect(lines).toHaveLength(11);
});

test("failures of too many kinds have a reference, too", () => {
  const log = new FailureLog();
  const kinds = Array.from({ length: 200 }, (_, index) =>
    log.failure(failure("x", `at f (/a.js:${index}:1)`), "request"),
  );
  expect(lines).toHaveLength(50);
  log.flush();
  const [last] = lines.slice(50);
  expect(last).toMatch(/^\[plainmcp\] … and 150 more failures of other kinds \(reference \w{8}\)$/);
  expect(new Set(kinds.slice(50))).toEqual(new Set([/reference (\w+)/.exec(last ?? "")?.[1]]));
});

test("what clients choose stays on its line, and is short", () => {
  const log = new FailureLog();
  const uri = `x://fail/\u001b[2J\n[plainmcp] FORGED: all is well${"x".repeat(1_000_000)}`;
  for (let i = 0; i < 11; i++) log.failure(failure(`not found: ${uri}`), `resource "${uri}"`);
  log.flush();
  expect(lines).toHaveLength(11);
  const text = lines.join("\n");
  expect(text.length).toBeLessThan(60_000);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  const forged = text.split("\n").filter((line) => line.includes("FORGED"));
  expect(forged.filter((line) => /^ *\[plainmcp\] FORGED/.test(line))).toEqual([]);
  expect(forged[0]).toContain('resource "x://fail/\\u001b[2J\\n[plainmcp] FORGED');
});

test("errors that no client was told of have no reference, and notices no stack", () => {
  const log = new FailureLog();
  for (let i = 0; i < 12; i++) log.error(failure(`broken\n${i}`));
  log.error("just\ntext");
  log.error(Object.assign(new Error("a\nnotice"), { stack: "a\nnotice" }));
  log.flush();
  expect(lines.slice(9)).toEqual([
    "[plainmcp] Error: broken\n    | 9\n    at run (/a.js:1:2)",
    "[plainmcp] just\n    | text",
    "a\\nnotice",
    "[plainmcp] Error: broken\\n9, at run (/a.js:1:2) … and 2 more",
  ]);
});
