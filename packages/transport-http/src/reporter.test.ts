import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReporter } from "./reporter.js";

let printed: unknown[];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "error").mockImplementation((value: unknown) => void printed.push(value));
});

afterEach(() => vi.restoreAllMocks());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each(["refusal", "violation"] as const)("each %s is shown once, up to a limit, which is announced", (kind) => {
  const reporter = createReporter();
  for (const index of numbers(2_000)) reporter[kind](`host ${index % 1_000}`);
  expect(printed.slice(0, 100)).toEqual(numbers(100).map((index) => `host ${index}`));
  expect(printed.slice(100)).toEqual([expect.stringMatching(/^Further .* are not shown\.$/)]);
});

test("messages by strangers hide neither failures nor messages of another kind", () => {
  const reporter = createReporter();
  for (const index of numbers(2_000)) reporter.refusal(`host ${index}`);
  printed = [];
  const error = new Error("broken");
  reporter.violation("no name");
  reporter.report(error);
  reporter.report(error);
  expect(printed).toEqual(["no name", error, error]);
});

test("a stranger's text is cut to one short line", () => {
  const reporter = createReporter();
  reporter.violation(`the name is "${"n".repeat(1_000_000)}"`);
  reporter.violation("a\n\u001b[31mforged: line");
  expect(printed).toEqual([expect.stringMatching(/^the name is "n{280,290}…$/), "a  [31mforged: line"]);
});

test("messages that are not failures have no stack", () => {
  const errors: Error[] = [];
  createReporter((error) => errors.push(error)).refusal("Refused.");
  expect(errors).toMatchObject([{ message: "Refused.", stack: "Refused." }]);
});

test("an onError that throws or rejects loses no message and does not end the process", async () => {
  const failure = new Error("no disk");
  const error = new Error("broken");
  createReporter(() => {
    throw failure;
  }).report(error);
  createReporter(() => Promise.reject(failure) as unknown as undefined).refusal("Refused.");
  await Promise.resolve();
  expect(console.error).toHaveBeenCalledWith(error, failure);
  expect(console.error).toHaveBeenLastCalledWith(expect.objectContaining({ message: "Refused." }), failure);
});
