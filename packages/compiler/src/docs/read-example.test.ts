import { describe, expect, it } from "vitest";
import { readExample } from "./read-example.js";

describe("readExample", () => {
  it.each([
    ["3", "3"],
    ["Paris", "Paris"],
    ['{\n  "a": 1\n}', '{\n  "a": 1\n}'],
    ["```json\n[1, 2]\n```", "[1, 2]"],
    ["~~~\n5\n~~~", "5"],
  ])("takes %j for a value", (text, value) => {
    expect(readExample(text)).toBe(value);
  });

  it.each([
    "add(1, 2)",
    "await server.add(1, 2);",
    "const sum = add(1, 2)",
    "```ts\nadd(1, 2)\n```",
    "first line\nsecond line",
    "(a) => a",
  ])("takes %j for code", (text) => {
    expect(readExample(text)).toBeUndefined();
  });
});
