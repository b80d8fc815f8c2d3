import { inspect } from "node:util";
import { expect, test } from "vitest";
import { optionError, requireAtLeast } from "./option-error.js";

const tooShort = optionError("headersMs", (name, nameOf) => `${name} must be more than ${nameOf("keepMs")}.`);

test("names options as in code", () => {
  expect(tooShort).toBeInstanceOf(TypeError);
  expect(tooShort).toMatchObject({ option: "headersMs", message: "headersMs must be more than keepMs." });
});

test("gives the same message with other names of options", () => {
  const flags: Readonly<Record<string, string>> = { headersMs: "--headers", keepMs: "KEEP" };
  expect(tooShort.describe((option) => flags[option] ?? option)).toBe("--headers must be more than KEEP.");
});

test("prints as the message and the option when uncaught", () => {
  expect(inspect(tooShort)).toMatch(/^TypeError: headersMs must[\s\S]*\{\n {2}option: 'headersMs'\n\}$/);
});

test.each([0, -1, Number.NaN])("%d is not at least 1", (size) => {
  expect(() => requireAtLeast(1, { count: 1, size })).toThrow(
    expect.objectContaining({ option: "size", message: `size must be at least 1, not ${size}.` }),
  );
});
