import { expect, it } from "vitest";
import { weigh } from "./weigh.js";

it.each<[what: string, json: string, least: number]>([
  ["empty objects", `[${"{},".repeat(100_000)}{}]`, 5_000_000],
  ["empty arrays", `[${"[],".repeat(100_000)}[]]`, 3_000_000],
  ["short members", `{${Array.from({ length: 50_000 }, (_, i) => `"${i}":0`)}}`, 1_000_000],
  ["a long text", JSON.stringify("x".repeat(1_000_000)), 1_000_000],
  ["numbers", `[${"1,".repeat(100_000)}1]`, 800_000],
])("%s weigh what they take in memory", (_, json, least) => {
  const weight = weigh(JSON.parse(json));
  expect(weight).toBeGreaterThanOrEqual(least);
  expect(weight).toBeLessThan(least * 2);
});

it("weighs what is nested too deep for recursion", () => {
  const depth = 1_000_000;
  let nested: unknown = [];
  for (let i = 0; i < depth; i++) nested = [nested];
  expect(weigh(nested)).toBeGreaterThan(depth * 32);
});

it.each([null, true, 1, undefined])("%j weighs nothing beyond its place", (value) => {
  expect(weigh(value)).toBe(0);
});
