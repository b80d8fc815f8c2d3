import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";
import { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";

describe("compileSchema", () => {
  it("returns the same frozen empty array for every valid value", () => {
    const one = compileSchema({ type: "string" })("a");
    const other = compileSchema(true)(5);
    expect(one).toBe(other);
    expect(Object.isFrozen(one)).toBe(true);
  });

  it("names the path, the keyword, what was expected and what it got", () => {
    const validate = compileSchema({
      type: "object",
      properties: { items: { type: "array", items: { type: "object", properties: { "na/me": { type: "string" } } } } },
    });
    expect(validate({ items: [{}, { "na/me": 5 }] })).toEqual([
      { path: "/items/1/na~1me", keyword: "type", message: "expected string, got number 5" },
    ]);
  });

  it.each<[JsonSchema, unknown, string]>([
    [{ type: ["string", "null"] }, 5, "expected string or null, got number 5"],
    [{ type: "integer" }, 1.5, "expected integer, got number 1.5"],
    [{ type: "number" }, Number.NaN, "expected number, got number NaN"],
    [{ type: "object" }, [], "expected object, got an empty array"],
    [{ type: "object" }, new Map(), "expected object, got Map"],
    [{ type: "string" }, undefined, "expected string, got nothing"],
    [{ type: "string", enum: ["C", "F"] }, "K", 'expected one of "C", "F", got string "K"'],
    [{ type: "string", enum: ["C", "F"] }, 5, 'expected one of "C", "F", got number 5'],
    [{ const: { a: 1 } }, { a: 2 }, 'expected {"a":1}, got object'],
    [{ minimum: 1 }, 0, "expected a number >= 1, got number 0"],
    [{ exclusiveMaximum: 1 }, 1, "expected a number < 1, got number 1"],
    [{ multipleOf: 0.01 }, 0.005, "expected a multiple of 0.01, got number 0.005"],
    [{ minLength: 3 }, "ab", "expected at least 3 characters, got 2"],
    [{ maxLength: 1 }, "👍👍", "expected at most 1 character, got 2"],
    [{ pattern: "^\\d+$" }, "abc", 'expected a string that matches ^\\d+$, got string "abc"'],
    [
      { format: "date-time" },
      "yesterday",
      'expected a date and time with offset, such as "2026-01-31T12:00:00Z", got string "yesterday"',
    ],
    [{ required: ["city"] }, { cty: 1 }, 'expected the property "city", got only "cty"'],
    [{ required: ["city"] }, {}, 'expected the property "city", got an empty object'],
    [
      { properties: { city: {} }, additionalProperties: false },
      { cty: 1 },
      'expected only the properties "city", got "cty" (did you mean "city"?)',
    ],
    [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, 'expected as property name at most 1 character, got "ab"'],
    [{ dependentRequired: { a: ["b"] } }, { a: 1 }, 'expected the property "b", because "a" is present, got only "a"'],
    [{ maxProperties: 1 }, { a: 1, b: 2 }, "expected at most 1 property, got 2"],
    [{ minItems: 2 }, [1], "expected at least 2 items, got 1"],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      "expected items that all differ, got object again at index 1",
    ],
    [{ contains: { type: "string" } }, [1], 'expected at least 1 item matching "contains", got 0'],
    [{ not: { type: "string" } }, "a", 'expected anything but what "not" excludes, got string "a"'],
    [{ "x-ts": "Uint8Array", type: "string" }, "a", 'expected bytes in base64, padded with =, got string "a"'],
  ])("reports for %j and %j: %s", (schema, value, message) => {
    expect(compileSchema(schema)(value).map((issue) => issue.message)).toEqual([message]);
  });

  it("truncates long values", () => {
    const [issue] = compileSchema({ type: "number" })("x".repeat(5_000_000));
    expect(issue?.message.length).toBeLessThan(150);
  });

  it("reports every wrong property, up to a limit", () => {
    const validate = compileSchema({ type: "array", items: { type: "string" } });
    expect(validate([1, "a", 2])).toHaveLength(2);
    expect(validate(new Array(100_000).fill(1))).toHaveLength(20);
  });

  it("treats an undefined property as absent, like JSON", () => {
    const validate = compileSchema({
      properties: { a: { type: "string" } },
      required: ["b"],
      additionalProperties: false,
    });
    expect(validate({ a: undefined, b: undefined, c: undefined })).toMatchObject([{ path: "", keyword: "required" }]);
  });

  it("does not change its schema or value", () => {
    const schema = deepFreeze({ $defs: { a: { type: "string" } }, anyOf: [{ $ref: "#/$defs/a" }, { type: "null" }] });
    expect(compileSchema(schema)(deepFreeze({ a: [] }))).toHaveLength(1);
  });
});

describe("the schemas it refuses", () => {
  it.each<[JsonSchema, string]>([
    [{ properties: { "a/b": { unevaluatedProperties: false } } }, "/properties/a~1b/unevaluatedProperties"],
    [{ $defs: { unused: { $anchor: "x" } } }, "/$defs/unused/$anchor"],
    [{ items: { $ref: "other.json" } }, "/items/$ref"],
    [{ $schema: "http://json-schema.org/draft-07/schema#" }, "/$schema"],
    [{ anyOf: [{}, { $dynamicRef: "#a" }] }, "/anyOf/1/$dynamicRef"],
    [{ minimun: 5 }, "/minimun"],
  ])("refuses an unknown keyword in %j", (schema, pointer) => {
    expect(() => compileSchema(schema)).toThrow(UnsupportedSchemaError);
    expect(() => compileSchema(schema)).toThrow(`at "${pointer}"`);
  });

  it.each<[JsonSchema, string]>([
    [{ type: "strin" }, "/type"],
    [{ properties: { a: { minimum: "5" } } }, "/properties/a/minimum"],
    [{ pattern: "(" }, "/pattern"],
    [{ patternProperties: { "[": {} } }, "/patternProperties/["],
    [{ items: 5 }, "/items"],
    [{ anyOf: [] }, "/anyOf"],
    [{ required: [1] }, "/required"],
    [{ multipleOf: 0 }, "/multipleOf"],
    [{ minLength: -1 }, "/minLength"],
    [{ $ref: "#/$defs/missing" }, "/$ref"],
    [{ $ref: "#/constructor" }, "/$ref"],
    [{ $ref: "#/%" }, "/$ref"],
    [{ $defs: [] }, "/$defs"],
  ])("finds %j invalid", (schema, pointer) => {
    expect(() => compileSchema(schema)).toThrow(InvalidSchemaError);
    expect(() => compileSchema(schema)).toThrow(`at "${pointer}"`);
  });

  it.each<JsonSchema>([
    { $ref: "#" },
    { allOf: [{ anyOf: [{ $ref: "#" }] }] },
    { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { not: { $ref: "#/$defs/a" } } } },
    // The first path into the cycle goes through a property, which alone would be valid.
    {
      $ref: "#/$defs/a",
      $defs: {
        a: { properties: { p: { $ref: "#/$defs/b" } }, allOf: [{ $ref: "#/$defs/b" }] },
        b: { $ref: "#/$defs/a" },
      },
    },
  ])("refuses the endless reference in %j", (schema) => {
    expect(() => compileSchema(schema)).toThrow(/endlessly/);
  });
});

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
