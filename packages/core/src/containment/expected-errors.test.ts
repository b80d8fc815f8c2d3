import { afterEach, beforeEach, expect, test } from "vitest";
import { type Containment, installContainment } from "./containment.js";
import { expectError, isExpectedError, stopIgnoringRejections } from "./expected-errors.js";

const EVENT = "unhandledRejection";

let before: number;
beforeEach(() => {
  stopIgnoringRejections();
  before = process.listenerCount(EVENT);
});
afterEach(() => {
  stopIgnoringRejections();
  installContainment(undefined);
});

test("recognizes expected errors only, and never text", () => {
  const error = new Error("expected");
  expectError(error);
  expectError("a text");
  expect(isExpectedError(error)).toBe(true);
  expect(isExpectedError(new Error("expected"))).toBe(false);
  expect(isExpectedError("a text")).toBe(false);
});

test("listens to the process once, until failures are contained", () => {
  expectError(new Error("one"));
  expectError(new Error("two"));
  expect(process.listenerCount(EVENT)).toBe(before + 1);
  stopIgnoringRejections();
  expect(process.listenerCount(EVENT)).toBe(before);
  const containment: Containment = { run: (_, method) => method(), use: () => () => undefined };
  installContainment(containment);
  expectError(new Error("three"));
  expect(process.listenerCount(EVENT)).toBe(before);
});
