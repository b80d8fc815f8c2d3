import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
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
