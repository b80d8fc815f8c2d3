import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";

describe("hostile values", () => {
  const json: JsonSchema = {
    $ref: "#/$defs/json",
    $defs: {
      json: {
        anyOf: [
          { type: ["null", "boolean", "number", "string"] },
          { type: "array", items: { $ref: "#/$defs/json" } },
          { type: "object", additionalProperties: { $ref: "#/$defs/json" } },
        ],
      },
    },
  };

  it.each<JsonSchema>([
    json,
    { not: { $ref: "#/$defs/json" }, $defs: json.$defs },
    { uniqueItems: true },
    { type: "array", items: { $ref: "#" } },
    { type: "array", contains: { type: "array", contains: { $ref: "#" } } },
  ])("are refused when nested too deeply: %j", (schema) => {
    expect(compileSchema(schema)(nest(100_000, (inner) => [inner], 1))).toMatchObject([{ path: "", keyword: "depth" }]);
  });

  it("may be nested deeply where the schema does not look", () => {
    expect(compileSchema({ items: {} })(nest(100_000, (inner) => [inner], 1))).toEqual([]);
    expect(compileSchema({ const: [[1]] })(nest(100_000, (inner) => [inner], 1))).toHaveLength(1);
  });

  it("pass up to 500 levels", () => {
    expect(compileSchema(json)(nest(500, (inner) => [inner], 1))).toEqual([]);
    expect(compileSchema(json)(nest(501, (inner) => [inner], 1))).toHaveLength(1);
  });

  it("are refused when they contain themselves", () => {
    const loop: { left?: unknown; right?: unknown } = {};
    loop.left = loop;
    loop.right = loop;
    const validate = compileSchema({ type: "object", properties: { left: { $ref: "#" }, right: { $ref: "#" } } });
    expect(validate(loop)).toMatchObject([{ keyword: "depth" }]);
  });

  it("cannot multiply the work by sharing an object", () => {
    const shared = nest(200, (inner) => ({ left: inner, right: inner }), {});
    const validate = compileSchema({ type: "object", properties: { left: { $ref: "#" }, right: { $ref: "#" } } });
    expect(validate(shared)).toEqual([]);
  });

  it("may be very long strings", () => {
    const text = "a".repeat(5_000_000);
    expect(compileSchema({ type: "string", maxLength: 10 })(text)).toHaveLength(1);
    expect(compileSchema({ type: "string", minLength: 4_000_000, maxLength: 6_000_000 })(text)).toEqual([]);
  });

  it.each<JsonSchema>([{ pattern: "^(?:a|b)*$" }, { not: { pattern: "^(?:a|b)*$" } }])(
    "are refused when the regular expression gives up on them: %j",
    (schema) => {
      expect(compileSchema(schema)("ab".repeat(10_000_000))).toMatchObject([{ keyword: "pattern" }]);
    },
  );

  it("may have very long keys", () => {
    const value = { ["ab".repeat(10_000_000)]: 1 };
    expect(compileSchema({ patternProperties: { "^(?:a|b)*$": false } })(value)).toMatchObject([
      { keyword: "pattern" },
    ]);
  });

  it.each(["date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "regex", "time", "uri", "uuid"])(
    "do not keep the format %s busy",
    (format) => {
      const validate = compileSchema({ format });
      for (const part of ["a", "1", ".", ":", "-", "a.", "a@", "[", "(a", "%", "%2", '"', "\\", "P1Y", "é"]) {
        const text = part.repeat(300_000 / part.length);
        for (const start of ["", "2026-01-31T12:00:00.", "12:00:00.", "P", "a@", "a:", "http://", "http://[", '"']) {
          validate(start + text);
        }
      }
    },
    30_000,
  );

  it("may be large arrays of unique items", () => {
    const validate = compileSchema({ uniqueItems: true });
    const items = Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? index : { index }));
    expect(validate(items)).toEqual([]);
    expect(validate([...items, { index: 1 }])).toHaveLength(1);
  });

  it("cannot multiply the work by sets in sets", () => {
    const validate = compileSchema({ type: "array", items: { anyOf: [{ type: "string" }, { $ref: "#" }] }, uniqueItems: true });
    const text = "a".repeat(3_000_000);
    expect(validate(nest(400, (inner) => [inner, ["b"]], [text]))).toEqual([]);
    expect(validate(nest(400, (inner) => [inner, inner], [text]))).toMatchObject([{ keyword: "uniqueItems" }]);
  });

  it("cannot borrow properties from a prototype", () => {
    const validate = compileSchema({
      type: "object",
      properties: { constructor: { type: "string" } },
      required: ["toString"],
    });
    expect(validate({})).toMatchObject([{ keyword: "required" }]);
    expect(compileSchema({ properties: { toString: false, __proto__: false } })({})).toEqual([]);
  });

  it("cannot keep a pattern busy with text that is too long anyway", () => {
    const validate = compileSchema({ type: "string", maxLength: 20, pattern: "^(a+)+$" });
    expect(validate(`${"a".repeat(1000)}!`)).toMatchObject([{ keyword: "maxLength" }]);
    expect(validate("aaa!")).toMatchObject([{ keyword: "pattern" }]);
  });

  it("cannot hide in __proto__", () => {
    const value: unknown = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}');
    expect(compileSchema({ additionalProperties: false })(value)).toMatchObject([
      { path: "/__proto__" },
      { path: "/constructor" },
    ]);
    const properties: unknown = JSON.parse('{"__proto__": {"type": "string"}}');
    expect(compileSchema({ properties })(value)).toMatchObject([{ path: "/__proto__", keyword: "type" }]);
    expect(compileSchema({ required: ["__proto__"] })({})).toHaveLength(1);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it("cannot make a union check twice at each level", () => {
    const node = (extra: JsonSchema) => ({ type: "object", properties: { next: { $ref: "#" }, ...extra } });
    const validate = compileSchema({ anyOf: [node({ a: { type: "string" } }), node({ b: { type: "string" } })] });
    expect(validate(nest(300, (next) => ({ next, a: 1 }), {}))).toEqual([]);
    expect(validate(nest(300, (next) => ({ next, a: 1 }), 5))).not.toEqual([]);
    expect(validate(nest(300, (next) => ({ next, a: 1, b: 1 }), {}))).not.toEqual([]);
  });
});

function nest(levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}
