import { describe, expect, test } from "vitest";
import { count, list, oneOf, port, size, sizeOrZero, text, time, timeOrZero } from "./text-formats.js";

describe("a time", () => {
  test.each([
    ["30", 30_000],
    ["1.5", 1_500],
    ["0.6ms", 1],
    [" 30s ", 30_000],
    ["1 s", 1_000],
    ["500ms", 500],
    ["2m", 120_000],
    ["1h", 3_600_000],
  ])("%j is %i milliseconds", (text, milliseconds) => {
    expect(time.parse(text)).toBe(milliseconds);
  });

  test.each(["", "s", "-1", "1d", "1 0", "ten", "1e3", "Infinity", "4MB", "0", "0.0001"])("is not %j", (text) => {
    expect(time.parse(text)).toBeUndefined();
  });
});

describe("a size", () => {
  test.each([
    ["20000", 20_000],
    ["30kB", 30_000],
    ["30 KB", 30_000],
    ["0.5MB", 500_000],
    ["4mb", 4_000_000],
    ["4MiB", 4_194_304],
    ["16KiB", 16_384],
    ["12b", 12],
  ])("%j is %i bytes", (text, bytes) => {
    expect(size.parse(text)).toBe(bytes);
  });

  test.each(["", "kB", "-1", "1GB", "ten", "1e3", "Infinity", "30s", "1constructor", "0", "0.1"])(
    "is not %j",
    (text) => {
      expect(size.parse(text)).toBeUndefined();
    },
  );
});

test("0 is one where it means something, and what rounds to it is not", () => {
  expect(["0", "0ms", "1ms", "0.0001"].map(timeOrZero.parse)).toEqual([0, 0, 1, undefined]);
  expect(["0", "0kB", "1", "0.1"].map(sizeOrZero.parse)).toEqual([0, 0, 1, undefined]);
});

describe("a port", () => {
  test.each([
    ["0", 0],
    ["3000", 3000],
    ["65535", 65_535],
  ])("%j is %i", (text, number) => {
    expect(port.parse(text)).toBe(number);
  });

  test.each(["65536", "-1", "1.5", "0x10", "1e3", " 80", "", "http"])("is not %j", (text) => {
    expect(port.parse(text)).toBeUndefined();
  });
});

test("a count is a whole number from 1 up", () => {
  expect(["1", "1000", "0", "-1", "1.5", "many", ""].map(count.parse)).toEqual([
    1,
    1000,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a list has what stands between its commas", () => {
  expect(["a", "a, b,", ","].map(list.parse)).toEqual([["a"], ["a", "b"], undefined]);
});

test("a text says something, and a word is one of those there are", () => {
  expect(["a b", ""].map(text.parse)).toEqual(["a b", undefined]);
  expect(["on", "On"].map(oneOf("on", "off").parse)).toEqual(["on", undefined]);
});
