import { expect, test } from "vitest";
import { keepLocation } from "./original-location.js";

test("leaves a module alone that does not ask where it is", () => {
  expect(keepLocation("export const a = 1;\n", "/project/a.ts")).toBe("export const a = 1;\n");
});

test("declares the place without moving a line", () => {
  const source = "import a from 'a';\nexport default import.meta.url;\n";
  const lines = keepLocation(source, "/project/a b.ts").split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('const __plainmcp_url = "file:///project/a%20b.ts";');
  expect(lines[0]).toContain('const __plainmcp_dirname = "/project";');
  expect(lines[0]).toMatch(/ import a from 'a';$/);
});

test("leaves a hashbang in front", () => {
  const kept = keepLocation("#!/usr/bin/env node\nconsole.log(__filename);\n", "/project/a.ts");
  expect(kept).toMatch(/^#!\/usr\/bin\/env node\nconst __plainmcp_url/);
});
