import type { JsonSchema } from "@plainmcp/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../packages/core/src/codec/create-decoder.js";
import { compileSchema } from "../packages/core/src/validation/compile-schema.js";
import { createValue } from "./properties/create-value.js";
import { goldenSchemas } from "./properties/golden-schemas.js";
import { at, placesOf, replaceAt } from "./properties/places.js";

/** How large they are: `npm run test:full` has them five times as large. What needs time by the square is too slow for both. */
const SCALE = Number(process.env.HOSTILE_SCALE ?? 1);
const ITEMS = 200_000 * SCALE;
const PROPERTIES = 4_000 * SCALE;
const CHARACTERS = 1_000_000 * SCALE;

/** What a client may send in the place of an honest value. None may hang or crash the process. */
const HOSTILE: readonly (readonly [name: string, create: () => unknown])[] = [
  ["100,000 nested arrays", () => nest((inner) => [inner])],
  ["100,000 nested objects", () => nest((inner) => ({ a: inner }))],
  ["many items", () => Array.from({ length: ITEMS }, (_, index) => index)],
  ["many equal items", () => new Array(ITEMS).fill("")],
  ["many properties", () => Object.fromEntries(Array.from({ length: PROPERTIES }, (_, index) => [`k${index}`, index]))],
  ["keys of prototypes", () => JSON.parse('{"__proto__":{"__proto__":[]},"constructor":{"prototype":1},"toString":1}')],
  ["the largest number", () => Number.MAX_VALUE],
  ["the smallest number", () => Number.MIN_VALUE],
  ["a number beyond all", () => JSON.parse("1e999")],
];

/** Long ones, of what the patterns and formats that the compiler emits have a liking for. */
const TEXTS = ["a", "1", "-", "A", "/v1", "user.", "x-a", "0e", "a b ", "é", "=", "%41"].map((part) =>
  part.repeat(CHARACTERS / part.length),
);

describe("hostile values in the place of honest ones", () => {
  const schemas = goldenSchemas();

  it.each(HOSTILE)("%s", (_, create) => {
    const hostile = create();
    const isLarge = hostile !== null && typeof hostile === "object" && Object.keys(hostile).length > 10;
    for (const { schema } of schemas) {
      const validate = compileSchema(schema);
      const decode = createDecoder(schema);
      const honest = honestValue(schema);
      for (const place of placesOf(honest)) {
        // Where another kind of value is expected, the size of this one hardly matters.
        if (isLarge && kindOf(hostile) !== kindOf(at(honest, place))) continue;
        const value = replaceAt(honest, place, () => hostile);
        const issues = validate(value);
        expect(issues.length).toBeLessThanOrEqual(20);
        if (issues.length === 0) decode?.(value);
      }
    }
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  it("a long text for every string", () => {
    for (const { schema } of schemas) {
      const validate = compileSchema(schema);
      const honest = honestValue(schema);
      for (const place of placesOf(honest)) {
        if (typeof at(honest, place) !== "string") continue;
        for (const text of TEXTS)
          for (const issue of validate(replaceAt(honest, place, () => text))) {
            expect(issue.message.length).toBeLessThan(5000);
          }
      }
    }
  });
});

function honestValue(schema: JsonSchema): unknown {
  return fc.sample(fc.gen(), { seed: 1, numRuns: 1 }).map((random) => createValue(schema, random))[0];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function nest(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) value = wrap(value);
  return value;
}
