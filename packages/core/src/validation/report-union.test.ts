import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";

describe("unions", () => {
  const shape: JsonSchema = {
    anyOf: [{ $ref: "#/$defs/circle" }, { $ref: "#/$defs/square" }],
    $defs: {
      circle: {
        type: "object",
        properties: { kind: { const: "circle" }, radius: { type: "number" } },
        required: ["kind", "radius"],
      },
      square: {
        type: "object",
        properties: { kind: { const: "square" }, side: { type: "number" } },
        required: ["kind", "side"],
      },
    },
  };

  it("explain the branch whose tag matches", () => {
    expect(compileSchema(shape)({ kind: "square", side: "1", radius: 1 })).toEqual([
      { path: "/side", keyword: "type", message: 'expected number, got string "1"' },
    ]);
  });

  it("list the tags when none matches", () => {
    expect(compileSchema(shape)({ kind: "oval" })).toEqual([
      { path: "/kind", keyword: "enum", message: 'expected one of "circle", "square", got string "oval"' },
    ]);
  });

  it("join the kinds when the value matches none", () => {
    const validate = compileSchema({ anyOf: [{ type: "string" }, { enum: [1, 2] }, { anyOf: [{ type: "null" }] }] });
    expect(validate([])).toEqual([
      { path: "", keyword: "anyOf", message: "expected string or one of 1, 2 or null, got an empty array" },
    ]);
  });

  it("explain the branch of the right kind, else the one with fewest and deepest issues", () => {
    const list = { type: "array", items: { type: "object", properties: { a: { type: "string" } } } };
    const validate = compileSchema({ anyOf: [{ type: "null" }, { type: "array", minItems: 2 }, list] });
    expect(validate([{ a: 1 }])).toMatchObject([{ path: "/0/a", keyword: "type" }]);
  });

  it("explain the branch with most of the value's properties, if there is no tag", () => {
    const person = { type: "object", properties: { name: { type: "string" }, age: { type: "number" } } };
    const company = { type: "object", properties: { name: { type: "string" }, seat: { type: "string" } } };
    const validate = compileSchema({
      anyOf: [
        { ...person, required: ["name", "age"], additionalProperties: false },
        { ...company, required: ["name", "seat"], additionalProperties: false },
      ],
    });
    expect(validate({ name: "A", seat: 5 })).toMatchObject([{ path: "/seat", keyword: "type" }]);
    expect(validate({ name: "A", age: "5" })).toMatchObject([{ path: "/age", keyword: "type" }]);
    expect(validate({ name: 5, age: 5 })).toMatchObject([{ path: "/name", keyword: "type" }]);
    expect(validate({ seat: "B" })).toMatchObject([{ path: "", keyword: "required" }]);
  });

  it("explain a union within a union at its own path", () => {
    const inner = { anyOf: [{ type: "number" }, { type: "null" }] };
    const box = { type: "object", properties: { kind: { const: "box" }, size: inner }, required: ["kind", "size"] };
    const validate = compileSchema({ anyOf: [{ type: "string" }, box] });
    expect(validate({ kind: "box", size: "big" })).toEqual([
      { path: "/size", keyword: "anyOf", message: 'expected number or null, got string "big"' },
    ]);
  });

  it("say when two branches of oneOf match", () => {
    const validate = compileSchema({ oneOf: [{ type: "number" }, { type: "string" }, { minimum: 5 }] });
    expect(validate(7)).toMatchObject([{ keyword: "oneOf", message: expect.stringContaining("matches both 1 and 3") }]);
  });
});
