import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CASES, type Case, samplesOf } from "../fixtures/cases.fixture.js";
import { DISAGREEMENTS } from "./disagreements.fixture.js";
import { createOracle } from "./oracle.fixture.js";

// Schemas that are not made from types, and cases whose tsconfig changes the meaning of types.
const APART: ReadonlySet<string> = new Set(["given-schemas", "loose-tsconfig", "dom-types", "legacy-decorators"]);

const cases = CASES.filter(({ name }) => !APART.has(name) && name !== "missing-entry");
const rows = cases.flatMap((one) => {
  // It does not support forms.
  const samples = samplesOf(one).filter(({ key }) => !key.startsWith("form "));
  const keys = [...new Set(samples.map(({ key }) => key))];
  return keys.map((key) => ({ row: `${one.name}: ${key}`, one, key, samples: samples.filter((it) => it.key === key) }));
});

const LISTED = Object.values(DISAGREEMENTS).flat();

let oracle: (one: Case, key: string) => (value: unknown) => boolean;

beforeAll(() => {
  // It prints warnings.
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  oracle = createOracle(cases);
});

afterAll(() => {
  vi.restoreAllMocks();
});

describe("typescript-json-schema", () => {
  it.each(rows)("$row", ({ row, one, key, samples }) => {
    const judge = judgeOf(one, key);
    const wrong = samples.flatMap(({ value, isValid }) => (judge(value) === isValid ? [] : [{ value, isValid }]));
    // A listed row that agrees must leave the list.
    if (!LISTED.includes(row)) expect(wrong).toEqual([]);
    else expect(wrong).not.toEqual([]);
  });

  it("lists each disagreement once, and nothing else", () => {
    expect(LISTED).toHaveLength(new Set(LISTED).size);
    expect(LISTED.filter((row) => !rows.some((it) => it.row === row))).toEqual([]);
  });
});

function judgeOf(one: Case, key: string): (value: unknown) => boolean | string {
  try {
    return oracle(one, key);
  } catch (error) {
    return () => String(error);
  }
}
