import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CASES } from "../fixtures/cases.fixture.js";
import { DIAGNOSTIC_CODES } from "./diagnostic-codes.js";

test("the reference page has every code, with its severity and meaning, and no other", () => {
  const page = readFileSync(new URL("../../../../docs/reference/diagnostics.md", import.meta.url), "utf8");
  const sections = Array.from(page.matchAll(/^## (\w+): (\S+)\n\n\*(\w+)\.\* (.+)\n\n(\S)/gm), (match) =>
    match.slice(1, 5),
  );
  const table = Object.entries(DIAGNOSTIC_CODES).map(([code, entry]) => [
    code,
    entry.name,
    entry.severity,
    entry.meaning,
  ]);
  expect(sections).toEqual(table);
});

test("some golden case shows each code, and the cases show no other", () => {
  const files = CASES.map(({ directory }) => join(directory, "diagnostics.txt")).filter((path) => existsSync(path));
  const shown = files.flatMap((path) => readFileSync(path, "utf8").match(/\bPLAIN\d+/g) ?? []);
  expect([...new Set(shown)].sort()).toEqual(Object.keys(DIAGNOSTIC_CODES));
});
