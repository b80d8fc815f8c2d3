import { expect, test } from "vitest";
import { parseBytes } from "./parse-bytes.js";

test("a size is a number of bytes, or has a unit", () => {
  const texts = ["20000", "0", "30kB", "30 KB", "0.5MB", "12b"];
  expect(texts.map(parseBytes)).toEqual([20_000, 0, 30_000, 30_000, 500_000, 12]);
});

test("anything else is no size", () => {
  const texts = ["", "kB", "-1", "1GB", "ten", "1e3", "Infinity"];
  expect(texts.map(parseBytes)).toEqual(texts.map(() => undefined));
});
