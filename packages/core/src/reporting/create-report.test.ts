import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReport } from "./create-report.js";
import type { ErrorReport } from "./error-report.js";
import { OperatorWarning } from "./operator-warning.js";
import { warnOfLate } from "./warn-of-late.js";

let printed: string[];

beforeEach(() => {
  printed = [];
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation((line: string) => void printed.push(line));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a flood of failures is short on stderr, and onError gets each of them", () => {
  const reports: ErrorReport[] = [];
  const [toStderr, toUser] = [createReport(), createReport((entry) => void reports.push(entry))];
  const error = new Error("x\u001b");
  const references = Array.from({ length: 100 }, () => [toStderr(error, 'tool "x"'), toUser(error, 'tool "x"')]);
  expect(printed).toHaveLength(10);
  expect(reports).toEqual(references.map(([, reference]) => ({ error, reference, source: 'tool "x"' })));
  expect(new Set(references.map(([, reference]) => reference)).size).toBe(100);
  toStderr.flush?.();
  expect(printed[10]).toMatch(/^\[plainmcp\] tool "x" failed \(reference \w{8}\) … and 90 more$/);
});

test("warnings are one line, and counted for onError, too", () => {
  const reports: ErrorReport[] = [];
  const both = [createReport(), createReport((entry) => void reports.push(entry))];
  for (const report of both) {
    for (let i = 0; i < 100; i++) warnOfLate("progress", `resource "x://${i}\n\u001b"`, report);
    report(new OperatorWarning("Set a secret."), "a question");
    report.flush?.();
  }
  expect(printed).toEqual([
    expect.stringMatching(
      /^\[plainmcp\] Warning: The resource "x:\/\/0\\n\\u001b" sent progress after its call was answered/,
    ),
    "[plainmcp] Warning: Set a secret.",
    expect.stringMatching(/^\[plainmcp\] Warning: The resource "x:\/\/0\\n\\u001b" sent .* … and 99 more$/),
  ]);
  expect(reports).toMatchObject([
    { source: 'resource "x://0\n\u001b"', error: expect.any(OperatorWarning) },
    { source: "a question", error: { message: "Set a secret." } },
    { source: 'resource "x://0\n\u001b"', error: { message: expect.stringContaining("… and 99 more") } },
  ]);
});

test("warnings of many kinds are limited, and counted", () => {
  const report = createReport();
  for (let i = 0; i < 100; i++) report(new OperatorWarning(`warning ${i}`), "a subscription");
  report.flush?.();
  expect(printed).toHaveLength(51);
  expect(printed[50]).toBe("[plainmcp] Warning: … and 50 more of other kinds");
});

test("an onError that fails costs a limited number of lines, and the first reports are not lost", () => {
  const report = createReport(() => {
    throw new Error("no disk");
  });
  report(new OperatorWarning("Set a secret."), "a question");
  const reference = report(new Error("broken"), 'tool "x"');
  for (let i = 0; i < 100; i++) report(new Error("broken"), 'tool "y"');
  expect(printed[0]).toBe("[plainmcp] Warning: Set a secret.");
  expect(printed.join("\n")).toContain(`tool "x" failed (reference ${reference};`);
  expect(printed).toContainEqual(expect.stringMatching(/^\[plainmcp\] onError failed .* Error: no disk\n/));
  expect(printed.length).toBeLessThan(40);
});

test("errors that nobody can look at are reported all the same", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  createReport()(proxy, 'background work of tool "x"');
  expect(printed).toEqual([
    expect.stringMatching(/^\[plainmcp\] background work of tool "x" failed \(reference \w{8}\) \[cannot be shown/),
  ]);
});
