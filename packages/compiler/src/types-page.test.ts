import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CASES } from "./fixtures/cases.fixture.js";

const page = readFileSync(new URL("../../../docs/reference/types.md", import.meta.url), "utf8");
const rows = page.split("\n").filter((line) => /^\| (?!---)/.test(line));
const backed = rows.map((row) => ({ row, cases: casesOf(row) })).filter(({ row }) => !/\| case \|$/.test(row));

test("every row of the types page names cases that exist", () => {
  const names = new Set(CASES.map(({ name }) => name));
  expect(backed.filter(({ cases }) => cases.length === 0 || cases.some((name) => !names.has(name)))).toEqual([]);
  expect(backed.length).toBeGreaterThan(60);
});

/** The names in the last column. */
function casesOf(row: string): string[] {
  const last = row.replaceAll("\\|", "").split("|").at(-2) ?? "";
  return Array.from(last.matchAll(/`([^`]+)`/g), ([, name = ""]) => name);
}
