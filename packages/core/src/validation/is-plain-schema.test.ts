import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../codec/create-decoder.js";
import { createEncoder } from "../codec/create-encoder.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";
import { isPlainSchema } from "./is-plain-schema.js";

/** Prepares everything that a method may need of a schema. */
function prepare(schema: JsonSchema): void {
  compileSchema(schema);
  createDecoder(schema);
  createEncoder(schema);
}

const SCALAR = fc.oneof(
  fc.constantFrom<unknown>("string", "Date", "URL", "x", 0, 1, -1, 2.5, Number.NaN, true, false, null, [], {}),
  fc.constantFrom("#", "#/$defs/a", "#/$defs/b", "#/$defs/c", "#/properties/a", "other.json"),
  fc.constantFrom<unknown>(["string"], ["object", "null"], ["a", "b"], [1], [{}], "^a", "(", "date-time"),
);

/** Schemas of which many are wrong: each keyword has any operand. */
const { schema: SCHEMA } = fc.letrec<{ schema: JsonSchema; operand: unknown }>((tie) => ({
  operand: fc.oneof(
    { weight: 4, arbitrary: SCALAR },
    { weight: 2, arbitrary: tie("schema") },
    { weight: 2, arbitrary: fc.array(tie("schema"), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom("a", "b", "$ref", "x-ts"), tie("schema"), { maxKeys: 3 }) },
  ),
  schema: fc.dictionary(
    fc.constantFrom(
      ...["type", "properties", "required", "additionalProperties", "items", "prefixItems", "enum", "const", "anyOf"],
      ...["oneOf", "allOf", "not", "$ref", "$defs", "format", "pattern", "minimum", "multipleOf", "minLength"],
      ...["maxItems", "minProperties", "x-ts", "x-rest", "x-foreign", "x-given", "x-other", "description", "unknown"],
      ...["patternProperties", "propertyNames", "dependentRequired", "uniqueItems", "contains", "if", "$schema"],
    ),
    tie("operand"),
    { maxKeys: 4 },
  ) as fc.Arbitrary<JsonSchema>,
}));

describe("isPlainSchema", () => {
  it("is false for every schema that something is wrong with", () => {
    let plain = 0;
    const property = fc.property(SCHEMA, (schema) => {
      if (!isPlainSchema(schema)) return;
      plain += 1;
      prepare(schema);
    });
    fc.assert(property, { numRuns: 20_000, seed: 1 });
    expect(plain).toBeGreaterThan(1_000);
  });

  it.each<JsonSchema>([
    { $ref: "#" },
    { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/a" } } },
    { $ref: "#/$defs/a", $defs: { a: { anyOf: [{ $ref: "#/$defs/a" }] } } },
    { $ref: "#/$defs/gone", $defs: {} },
    { type: "sting" },
    { properties: { a: { pattern: "(" } } },
    { unevaluatedProperties: false },
    { "x-ts": "Nothing" },
  ])("is false for %j", (schema) => {
    expect(isPlainSchema(schema)).toBe(false);
  });

  it.each<JsonSchema>([
    {},
    { type: "object", properties: { at: { type: "string", format: "date-time", "x-ts": "Date" } }, required: ["at"] },
    {
      ...{ type: "object", properties: { children: { type: "array", items: { $ref: "#/$defs/Node" } } } },
      $defs: { Node: { type: "object", properties: { next: { $ref: "#/$defs/Node" } }, additionalProperties: false } },
    },
    { anyOf: [{ const: 1 }, { type: ["string", "null"], enum: ["a", null] }] },
  ])("is true for %j", (schema) => {
    expect(isPlainSchema(schema)).toBe(true);
    prepare(schema);
  });
});
