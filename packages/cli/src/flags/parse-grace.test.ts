import { expect, test } from "vitest";
import { parseGrace } from "./parse-grace.js";

test.each([
  ["30", 30_000],
  ["0", 0],
  ["1.5", 1_500],
  [" 30s ", 30_000],
  ["500ms", 500],
  ["2m", 120_000],
])("%j is %i milliseconds", (text, milliseconds) => {
  expect(parseGrace(text)).toBe(milliseconds);
});

test.each(["", "s", "-1", "1h", "1 s", "ten", "1e3", "Infinity"])("%j is not a time", (text) => {
  expect(parseGrace(text)).toBeUndefined();
});
