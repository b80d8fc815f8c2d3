import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type AboutOption, optionError } from "../option-error.js";
import { createReporter } from "./create-reporter.js";

let printed: unknown[];

beforeEach(() => {
  printed = [];
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation((value: unknown) => void printed.push(value));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const MINUTE = 60_000;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const seen = () => printed.splice(0);

const CATEGORIES = [
  ["notice", "notices"],
  ["refusal", "refusals"],
  ["violation", "violations of the protocol"],
] as const;

test.each(CATEGORIES)("each %s is shown once, and then counted", (kind, category) => {
  const reporter = createReporter();
  for (const index of numbers(2_000)) reporter[kind](`host ${index % 1_000}`);
  expect(seen()).toEqual(numbers(50).map((index) => `host ${index}`));
  vi.advanceTimersByTime(MINUTE);
  expect(seen()).toEqual([
    ...numbers(50).map((index) => `host ${index} … and 1 more`),
    `… and 1,900 more ${category} of other kinds`,
  ]);
  reporter[kind]("a mistake of the operator");
  expect(seen()).toEqual(["a mistake of the operator"]);
});

test("messages by strangers hide neither failures nor messages of another category", () => {
  const reporter = createReporter();
  for (const index of numbers(2_000)) reporter.refusal(`host ${index}`);
  seen();
  const error = new Error("broken");
  reporter.violation("no name");
  reporter.notice("note");
  reporter.report(error);
  reporter.report(error);
  const failure = expect.stringMatching(/^\[plainmcp\] Error: broken\n {4}at /);
  expect(seen()).toEqual(["no name", "note", failure, failure]);
});

test("a stranger's text is cut to one short line", () => {
  const reporter = createReporter();
  reporter.violation(`the name is "${"n".repeat(1_000_000)}"`);
  reporter.violation("a\n\u001b[31mforged: line");
  expect(printed).toEqual([expect.stringMatching(/^the name is "n{280,290}…$/), "a\\n\\u001b[31mforged: line"]);
});

test("messages that are not failures have no stack, and reminders say it in the words of their reader", () => {
  const errors: Error[] = [];
  const reporter = createReporter((error) => void errors.push(error));
  const refuse = () => reporter.refusal(optionError("allowedHosts", (name) => `Refused. Set ${name}.`, Error));
  for (let i = 0; i < 413; i++) refuse();
  reporter.flush();
  const more = "Refused. Set allowedHosts. … and 412 more";
  expect(errors).toMatchObject([
    { message: "Refused. Set allowedHosts.", stack: "Refused. Set allowedHosts.", option: "allowedHosts" },
    { message: more, stack: more, option: "allowedHosts" },
  ]);
  const told = errors.map((error) => (error as Error & AboutOption).describe(() => "--allowed-host"));
  expect(told).toEqual(["Refused. Set --allowed-host.", "Refused. Set --allowed-host. … and 412 more"]);
});

test("an onError gets every failure, as it was thrown", () => {
  const errors: Error[] = [];
  const reporter = createReporter((error) => void errors.push(error));
  const thrown = numbers(100).map((index) => new Error(`broken\n\u001b ${index}`));
  for (const error of thrown) reporter.report(error);
  reporter.flush();
  expect(errors).toEqual(thrown);
});

test("an onError that throws or rejects loses no message and does not end the process", async () => {
  const failure = new Error("no disk");
  createReporter(() => {
    throw failure;
  }).report(new Error("broken"));
  expect(seen()).toEqual([expect.stringContaining("Error: broken\n"), expect.stringContaining("Error: no disk\n")]);
  createReporter(() => Promise.reject(failure) as unknown as undefined).refusal("Refused.");
  await Promise.resolve();
  expect(seen()).toEqual(["Refused.", expect.stringContaining("Error: no disk\n")]);
});
