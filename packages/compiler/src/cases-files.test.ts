import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CASES } from "./fixtures/cases.fixture.js";

/** Cases that are only about names, places and comments: their methods take and return nothing to make samples of. */
const WITHOUT_SAMPLES: ReadonlySet<string> = new Set([
  "anonymous-default",
  "class-expressions",
  "decorator-arguments",
  "decorators-by-symbol",
  "doc-text",
  "several-classes",
]);

it("are many", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(150);
});

// A case has no manifest.json and no samples if an error prevents them, and no diagnostics.txt if there are no
// diagnostics.
describe.each(CASES.map((one) => [one.name, one] as const))("%s", (name, { directory }) => {
  const has = (file: string) => existsSync(join(directory, file));

  it("has all files of a case", () => {
    if (!has("manifest.json")) {
      expect(readFileSync(join(directory, "diagnostics.txt"), "utf8")).toMatch(/\berror [A-Z]+\d+: /);
      return;
    }
    const samples = { accepts: has("accepts.json"), rejects: has("rejects.json") };
    const expected = !WITHOUT_SAMPLES.has(name);
    expect(samples).toEqual({ accepts: expected, rejects: expected });
  });
});
