import { inspect } from "node:util";
import { expect, test } from "vitest";
import { optionError, requireAtLeast } from "./option-error.js";

const tooShort = optionError("headersMs", (name, nameOf) => `${name} must be more than ${nameOf("keepMs")}.`);

test("calls options by their names in code", () => {
  expect(tooShort).toBeInstanceOf(TypeError);
  expect(tooShort).toMatchObject({ option: "headersMs", message: "headersMs must be more than keepMs." });
});

test("says the same to readers who call options otherwise", () => {
  const flags: Readonly<Record<string, string>> = { headersMs: "--headers", keepMs: "KEEP" };
  expect(tooShort.describe((option) => flags[option] ?? option)).toBe("--headers must be more than KEEP.");
});

test("prints as the message and the option when nobody catches it", () => {
  expect(inspect(tooShort)).toMatch(/^TypeError: headersMs must[\s\S]*\{\n {2}option: 'headersMs'\n\}$/);
});

test.each([0, -1, Number.NaN])("%d is not at least 1", (size) => {
  expect(() => requireAtLeast(1, { count: 1, size })).toThrow(
    expect.objectContaining({ option: "size", message: `size must be at least 1, not ${size}.` }),
  );
});
