import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../support/serve.js";
import { GROUPS } from "./groups.js";
import { requirementsOf } from "./requirements-of.js";
import { SKIPS } from "./skips.js";
import { toPage } from "./to-page.js";
import { WAYS } from "./ways.js";

const PAGE = join(ROOT, "docs/reference/contract.md");
const NAMES = GROUPS.flatMap(({ requirements }) => Object.keys(requirements));

it("matches docs/reference/contract.md; UPDATE=1 rewrites the page", () => {
  const page = toPage(GROUPS, SKIPS);
  if (process.env.UPDATE === "1") writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});

it("has unique names, and describes each requirement", () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
  for (const { requirements } of GROUPS) {
    for (const { says } of Object.values(requirements)) expect(says).toMatch(/^\w.* ./);
  }
});

it("tests each requirement on at least one way", () => {
  const tried = WAYS.flatMap(({ name, cells }) => cells.flatMap((cell) => requirementsOf(name, cell)));
  const names = tried.flatMap(([, requirements]) => requirements.map(([name]) => name));
  expect([...new Set(names)].sort()).toEqual([...NAMES].sort());
});

it.each(SKIPS)("skips $requirements on $ways for a reason", ({ ways, requirements, revisions, because }) => {
  expect(because).toMatch(/^\w.* .*\.$/);
  for (const requirement of requirements) {
    const group = GROUPS.find((one) => requirement in one.requirements);
    const asked = group?.requirements[requirement]?.revisions ?? group?.revisions ?? [];
    for (const way of ways) {
      // A skip must not list what does not apply anyway.
      expect(group?.only?.ways ?? [way], requirement).toContain(way);
      const cells = WAYS.find(({ name }) => name === way)?.cells ?? [];
      expect(
        cells.filter(({ revision }) => (revisions ?? asked).includes(revision) && asked.includes(revision)),
      ).not.toEqual([]);
    }
  }
});

it("gives a reason for each group that is limited to some ways", () => {
  for (const { only } of GROUPS) if (only) expect(only.because).toMatch(/^\w.* .*\.$/);
});

it("has a test file for each way", () => {
  for (const { name } of WAYS) {
    const file = new URL(`${name.replaceAll(" ", "-")}.test.ts`, import.meta.url);
    expect(readFileSync(file, "utf8")).toContain("runContract(");
  }
});
