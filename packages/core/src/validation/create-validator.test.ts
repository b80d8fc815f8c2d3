import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { createValidator } from "./create-validator.js";
import { InvalidSchemaError } from "./schema-errors.js";

describe("createValidator", () => {
  it("answers synchronously if the closures know every keyword", () => {
    expect(createValidator({ type: "string" })(5)).toMatchObject([{ keyword: "type" }]);
    expect(createValidator(false)(5)).toHaveLength(1);
  });

  it("leaves the rest to Ajv, in the 2020-12 dialect", async () => {
    const validate = createValidator({
      type: "object",
      properties: { pair: { prefixItems: [{ type: "string" }], items: false }, size: { type: "integer", minimum: 1 } },
      unevaluatedProperties: false,
    });
    expect(validate({})).toBeInstanceOf(Promise);
    expect(await validate({ pair: ["a"], size: 1 })).toEqual([]);
    expect(await validate({ pair: ["a", "b"] })).not.toEqual([]);
    expect(await validate({ size: 0, other: 1 })).toEqual([
      { path: "/size", keyword: "ajv", message: expect.stringContaining(">= 1") },
      { path: "", keyword: "ajv", message: expect.stringContaining("unevaluated") },
    ]);
  });

  it("names the path of an issue, whatever the keys are", async () => {
    const validate = createValidator({
      additionalProperties: { type: "object", additionalProperties: { type: "string" } },
      unevaluatedProperties: false,
    });
    for (const key of ["first name", "a, data/b", "a/b", "m~n", "", "a must be", "é", "__proto__"]) {
      const value: unknown = JSON.parse(`{"x": {${JSON.stringify(key)}: 1}}`);
      const path = `/x/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      expect(await validate(value)).toEqual([{ path, keyword: "ajv", message: "must be string" }]);
    }
  });

  it.each<[schema: JsonSchema, wrong: unknown]>([
    [{ unevaluatedItems: false }, [1]],
    [{ unevaluatedProperties: false }, { a: 1 }],
    [{ dependentSchemas: { a: { required: ["b"] } } }, { a: 1 }],
    [{ $id: "https://example.com/number", type: "number" }, "1"],
    [{ $ref: "#number", $defs: { any: { $anchor: "number", type: "number" } } }, "1"],
    [{ $dynamicRef: "#number", $defs: { any: { $dynamicAnchor: "number", type: "number" } } }, "1"],
    [{ $schema: "http://json-schema.org/draft-07/schema#", items: [{ type: "number" }] }, ["1"]],
    [{ $schema: "http://json-schema.org/draft-07/schema#", dependencies: { a: ["b"] } }, { a: 1 }],
  ])("lets Ajv validate %j", async (schema, wrong) => {
    expect(await createValidator(schema)(wrong)).not.toEqual([]);
  });

  it.each<[schema: JsonSchema, pointer: string]>([
    [{ minLenght: 1 }, "/minLenght"],
    [{ unevaluatedProperties: false, properties: { a: { anyOf: [{ maximun: 1 }] } } }, "/properties/a/anyOf/0/maximun"],
    [{ dependentSchemas: { a: { oneof: [] } } }, "/dependentSchemas/a/oneof"],
    [{ $id: "a", $defs: { b: { items: { typ: "string" } } } }, "/$defs/b/items/typ"],
  ])("never accepts a keyword that Ajv would ignore: %j", (schema, pointer) => {
    expect(() => createValidator(schema)).toThrow(`"${pointer}": neither the validator nor Ajv knows this keyword`);
  });

  it("never leaves the text of a value to Ajv, which would not check it", () => {
    const schema = { properties: { a: { type: "string", "x-ts": "RegExp" } }, unevaluatedProperties: false };
    expect(() => createValidator(schema)).toThrow(
      '"/properties/a/x-ts": other keywords of this schema are only known to Ajv',
    );
  });

  it("does not confuse property names and constants with keywords", async () => {
    const schema = { $id: "a", properties: { typo: { const: { minLenght: 1 } } }, "x-note": { minLenght: 1 } };
    expect(await createValidator(schema)({ typo: { minLenght: 1 } })).toEqual([]);
  });

  it("keeps schemas of the same $id apart", async () => {
    const text = createValidator({ $id: "https://example.com/a", type: "string" });
    const number = createValidator({ $id: "https://example.com/a", type: "number" });
    expect([await text("a"), await number("a")]).toMatchObject([[], [{ path: "" }]]);
  });

  it("throws when the schema is invalid", () => {
    expect(() => createValidator({ type: "strin" })).toThrow(InvalidSchemaError);
  });

  it.each<[schema: JsonSchema, message: string]>([
    [{ $ref: "https://example.com/nowhere.json" }, '"/$ref": "https://example.com/nowhere.json" is not in the schema'],
    [{ items: { $ref: "other.json#/a" } }, '"/items/$ref": "other.json#/a" is not in the schema'],
    [{ $id: "https://example.com/a", $ref: "b" }, '"/$ref": "b" is not in the schema'],
    [{ $ref: "#nowhere", $defs: { any: { type: "number" } } }, '"/$ref": nothing found at "#nowhere"'],
    [{ $schema: "http://json-schema.org/draft-04/schema#" }, '"/$schema": it must name one of the drafts'],
  ])("refuses what nobody could resolve: %j", (schema, message) => {
    expect(() => createValidator(schema)).toThrow(message);
  });

  it.each<JsonSchema>([
    { $id: "https://example.com/a", $ref: "https://example.com/a#/$defs/text", $defs: { text: { type: "string" } } },
    { $id: "https://example.com/a", $ref: "text", $defs: { any: { $id: "text", type: "string" } } },
    { $ref: "text", $defs: { any: { $id: "text", type: "string" } } },
    { $id: "urn:example:a", $ref: "urn:example:a#/$defs/text", $defs: { text: { type: "string" } } },
    {
      $schema: "http://json-schema.org/draft-07/schema#",
      allOf: [{ $ref: "#text" }],
      definitions: { any: { $id: "#text", type: "string" } },
    },
  ])("resolves references within %j", async (schema) => {
    const validate = createValidator(schema);
    expect([await validate("text"), await validate(1)]).toMatchObject([[], [{ path: "" }]]);
  });

  it("rejects every value if Ajv cannot use the schema either, and says why", async () => {
    const validate = createValidator({ $id: "a", $ref: "#/nowhere" });
    await expect(validate(1)).rejects.toThrow(/Ajv.*nowhere/s);
    await expect(validate(1)).rejects.toThrow();
    await expect(createValidator({ $id: "a", type: "strin" })("a")).rejects.toThrow(/strin/);
  });

  it("survives a value nested too deeply for Ajv", async () => {
    const validate = createValidator({ $id: "https://example.com/tree", type: "array", items: { $ref: "#" } });
    let value: unknown = [];
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(await validate(value)).toMatchObject([{ keyword: "depth" }]);
  });
});
