import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";

const text = fc.constantFrom("", "a", "C", "F", "12", "-7", "x-a", "👍", "👍👍", "__proto__", "constructor");
const number = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.1, 0.3, 1.5, -0, 1e21, 1e308, 5e-324));
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
// Ajv crashes when it compares objects whose own `toString` or `valueOf` is not a function.
const anything = fc
  .oneof(scalar, fc.jsonValue({ maxDepth: 3 }))
  .filter((value) => !/"(?:toString|valueOf)"/.test(JSON.stringify(value)));

/** An object with some of these properties, and sometimes others. */
function objectOf(properties: { readonly [key: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.record(properties, { requiredKeys: [] }), fc.option(fc.tuple(text, anything), { nil: undefined }))
    .map(([object, extra]) => (extra === undefined ? object : Object.fromEntries([...Object.entries(object), extra])));
}

/** Mostly values of the second one, so that some are valid. */
function mostly(near: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 1, arbitrary: anything }, { weight: 5, arbitrary: near });
}

const tree = fc.letrec((tie) => ({
  node: objectOf({
    value: number,
    children: fc.array(tie("node"), { maxLength: 3 }),
    next: fc.oneof(tie("node"), scalar),
  }),
})).node;

/** The schemas that the compiler emits, with values that nearly match them. */
const SHAPES: readonly (readonly [name: string, schema: JsonSchema, near: fc.Arbitrary<unknown>])[] = [
  [
    "arguments",
    {
      type: "object",
      properties: { city: { type: "string", minLength: 1 }, unit: { type: "string", enum: ["C", "F"], default: "C" } },
      required: ["city"],
      additionalProperties: false,
    },
    objectOf({ city: text, unit: text }),
  ],
  [
    "numbers",
    {
      type: "object",
      properties: {
        count: { type: "integer", minimum: 0, maximum: 10 },
        ratio: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
        even: { multipleOf: 2 },
      },
    },
    objectOf({ count: number, ratio: number, even: fc.integer({ min: -5, max: 5 }) }),
  ],
  ["nullable", { type: ["string", "null"], maxLength: 1 }, scalar],
  [
    "literals",
    { enum: [1, "a", true, null, { a: [1] }, [0]] },
    fc.oneof(scalar, fc.constantFrom({ a: [1] }, [0], [-0])),
  ],
  [
    "closed tuple",
    { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], minItems: 2, maxItems: 2 },
    fc.oneof(fc.tuple(text, number), fc.array(scalar, { minLength: 1, maxLength: 3 })),
  ],
  [
    "open tuple",
    {
      type: "array",
      prefixItems: [{ type: "string" }],
      items: { anyOf: [{ type: "number" }, { type: "boolean" }] },
      minItems: 1,
    },
    fc.tuple(text, fc.array(fc.oneof(number, fc.boolean()))).map(([first, rest]) => [first, ...rest]),
  ],
  ["record", { type: "object", additionalProperties: { type: "number" } }, fc.dictionary(text, number)],
  [
    "template keys",
    {
      type: "object",
      properties: { a: { type: "string" } },
      patternProperties: { "^x-": { type: "string" } },
      additionalProperties: { type: "number" },
    },
    fc.dictionary(text, fc.oneof(text, number)),
  ],
  [
    "set",
    { type: "array", items: {}, uniqueItems: true },
    fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }))),
  ],
  ["digits", { type: "string", pattern: "^-?[0-9]+$" }, text],
  [
    "tagged union",
    {
      anyOf: [
        { type: "object", properties: { kind: { const: "a" }, size: { type: "number" } }, required: ["kind", "size"] },
        { type: "object", properties: { kind: { enum: ["C", "F"] }, unit: { type: "string" } }, required: ["kind"] },
      ],
    },
    objectOf({ kind: text, size: scalar, unit: scalar }),
  ],
  [
    "oneOf and not",
    { oneOf: [{ type: "string" }, { type: "string", maxLength: 1 }, { not: { type: ["string", "object"] } }] },
    scalar,
  ],
  [
    "recursion",
    {
      $ref: "#/$defs/Tree",
      $defs: {
        Tree: {
          type: "object",
          properties: {
            value: { type: "number" },
            children: { type: "array", items: { $ref: "#/$defs/Tree" } },
            next: { anyOf: [{ $ref: "#/$defs/Tree" }, { type: "null" }] },
          },
          additionalProperties: false,
        },
      },
    },
    tree,
  ],
  [
    "intersection",
    {
      allOf: [{ properties: { a: { type: "string" } }, required: ["a"] }, { properties: { b: { type: "number" } } }],
      minProperties: 1,
      maxProperties: 2,
      propertyNames: { maxLength: 2 },
      dependentRequired: { b: ["a"] },
    },
    objectOf({ a: scalar, b: scalar, c: scalar }),
  ],
  [
    "the rest",
    {
      if: { type: "array" },
      // biome-ignore lint/suspicious/noThenProperty: it is the keyword
      then: { contains: { type: "number" }, minContains: 1, maxContains: 2 },
      else: { const: "a" },
    },
    fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
  ],
];

it.each(SHAPES)("judges %s as Ajv does", (_, schema, near) => {
  const ours = compileSchema(schema);
  const theirs = new Ajv2020({ strict: false, ownProperties: true }).compile(schema);
  const verdicts = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(mostly(near), (value) => {
      const valid = theirs(value);
      verdicts[valid ? "valid" : "invalid"] += 1;
      expect(ours(value).length === 0).toBe(valid);
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
  expect(verdicts.valid).toBeGreaterThan(20);
  expect(verdicts.invalid).toBeGreaterThan(20);
});
