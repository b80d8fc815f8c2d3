import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "../validation/compile-schema.js";
import { readLeniently } from "./read-leniently.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const BOOLEAN = { type: "boolean" };
const TEXT = { type: "string" };
const NULL = { type: "null" };
const LIST = { type: "array", items: NUMBER };
const DATE = { type: "string", format: "date-time", "x-ts": "Date" };
const BIGINT = { type: "string", pattern: "^-?\\d+$", "x-ts": "bigint" };

const object = (properties: object, required: readonly string[] = []): JsonSchema => ({
  ...{ type: "object", properties, additionalProperties: false },
  ...(required.length > 0 && { required }),
});

const SAME = Symbol("the value as it was sent");

type Row = readonly [sent: unknown, schema: JsonSchema, read: unknown];

describe("readLeniently", () => {
  it.each<Row>([
    ["2", NUMBER, 2],
    [" 2.5 ", NUMBER, 2.5],
    ["1e3", INTEGER, 1000],
    ["2.0", INTEGER, 2],
    ["-0.5e-3", NUMBER, -0.0005],
    ["2.5", INTEGER, SAME],
    ["NaN", NUMBER, SAME],
    ["Infinity", NUMBER, SAME],
    ["1e400", NUMBER, SAME],
    ["0x10", NUMBER, SAME],
    ["1,000", NUMBER, SAME],
    ["007", NUMBER, SAME],
    ["2 beds", NUMBER, SAME],
    ["", NUMBER, SAME],
    ["   ", NUMBER, SAME],
    ["9007199254740991", INTEGER, 9007199254740991],
    ["9007199254740993", INTEGER, SAME],
    ["25340876616572870", NUMBER, 25340876616572870],
    ["100000000000000000000", NUMBER, 1e20],
    ["1000000000000000000000", NUMBER, 1e21],
    ["9".repeat(100_000), NUMBER, SAME],
    ["9007199254740993.0", NUMBER, SAME],
    ["9007199254740993e0", INTEGER, SAME],
    ["900719925474099.3e1", NUMBER, SAME],
    ["1e23", NUMBER, 1e23],
    ["-100000000000000000000000.00", NUMBER, -1e23],
    ["9007199254740993.5", NUMBER, 9007199254740994],
    ["0e999999", NUMBER, 0],
    ["1e-400", NUMBER, 0],
    ["true", NUMBER, SAME],
    [true, NUMBER, SAME],
  ])("number: %j", check);

  it.each<Row>([
    ["false", BOOLEAN, false],
    ["True", BOOLEAN, true],
    ["yes", BOOLEAN, SAME],
    ["1", BOOLEAN, SAME],
    [1, BOOLEAN, SAME],
  ])("boolean: %j", check);

  it.each<Row>([
    [2, TEXT, SAME],
    ["2", { type: ["string", "number"] }, SAME],
    ["2", { anyOf: [NUMBER, TEXT] }, SAME],
    ["2", {}, SAME],
    ["2", { minLength: 2 }, SAME],
    ["2", DATE, SAME],
    ["12", BIGINT, SAME],
    ["12", { anyOf: [NUMBER, BIGINT] }, SAME],
    ["2", { ...TEXT, pattern: "^a" }, SAME],
  ])("text stays text: %j", check);

  it.each<Row>([
    ["2", { enum: [1, 2] }, 2],
    ["3", { enum: [1, 2] }, SAME],
    ["2", { type: "integer", enum: [1, 2] }, 2],
    ["2", { enum: [1, "2"] }, SAME],
    ["1", { enum: [1, "auto"] }, 1],
    ["true", { enum: [true, "auto"] }, true],
    ["2", { const: 2 }, 2],
    ["null", { enum: [null] }, SAME],
    ["A", { enum: ["a"] }, SAME],
  ])("members of an enum: %j", check);

  it.each<Row>([
    ["[1, 2]", LIST, [1, 2]],
    ['["1", 2]', LIST, [1, 2]],
    [["1", "x"], LIST, [1, "x"]],
    ['{"a":"1"}', object({ a: NUMBER }), { a: 1 }],
    ['{"a":{"b":"[1]"}}', object({ a: object({ b: LIST }) }), { a: { b: [1] } }],
    ["[1", LIST, SAME],
    ["{}", LIST, SAME],
    ["1", LIST, SAME],
    [1, LIST, SAME],
    [[null], LIST, SAME],
    ["[[1,2]]", { type: "array", "x-ts": "Map", items: { type: "array", prefixItems: [TEXT, NUMBER] } }, [[1, 2]]],
    ['{"a":"2"}', { type: "object", "x-ts": "Map", additionalProperties: NUMBER }, { a: 2 }],
    ["[1,2]", { type: "array", "x-ts": "Set", items: NUMBER, uniqueItems: true }, [1, 2]],
    [["1", "a"], { type: "array", prefixItems: [NUMBER, TEXT], items: BOOLEAN }, [1, "a"]],
    [["1", "a", "true"], { type: "array", prefixItems: [NUMBER, TEXT], items: BOOLEAN }, [1, "a", true]],
    ['{"__proto__":1,"a":2}', { type: "object", additionalProperties: NUMBER }, SAME],
    ['[{"a":{"__proto__":{}}}]', { type: "array" }, SAME],
    ['{"\\u005f_proto__":1}', { type: "object" }, SAME],
    ['{"a":"__proto__"}', { type: "object" }, { a: "__proto__" }],
    ['{"zone":"a"}', object({ zone: { ...TEXT, "x-mcp-header": "Zone" } }), SAME],
  ])("arrays and objects: %j", check);

  it.each<Row>([
    [{ a: 1, b: 2 }, object({ a: NUMBER }), { a: 1 }],
    [{ a: { b: 1, c: 2 } }, object({ a: object({ b: NUMBER }) }), { a: { b: 1 } }],
    [{ a: 1, b: 2 }, { type: "object", properties: { a: NUMBER } }, SAME],
    [
      { a: "1", b: 2 },
      { type: "object", additionalProperties: NUMBER },
      { a: 1, b: 2 },
    ],
    [{ a: null }, { type: "object", additionalProperties: NUMBER }, SAME],
    [
      { x1: "1", y: 2 },
      { type: "object", patternProperties: { "^x": NUMBER }, additionalProperties: false },
      { x1: 1 },
    ],
    [{ a: null }, object({ a: NUMBER }), {}],
    [{ a: null }, object({ a: NUMBER }, ["a"]), SAME],
    [{ a: null }, object({ a: { anyOf: [NUMBER, NULL] } }), SAME],
    [{ a: null }, object({ a: { type: ["number", "null"] } }), SAME],
    [{ a: null }, object({ a: {} }), SAME],
    [{ a: null }, object({ a: { not: {} } }), {}],
    [JSON.parse('{"__proto__":{"a":1},"a":"1"}'), object({ a: NUMBER }), { a: 1 }],
  ])("properties: %j", check);

  it.each<Row>([
    ["1", { anyOf: [BOOLEAN, NUMBER] }, 1],
    ["true", { anyOf: [NUMBER, BOOLEAN] }, true],
    ["1", { anyOf: [NUMBER, NULL] }, 1],
    ["null", { anyOf: [NUMBER, NULL] }, SAME],
    ['["1"]', { anyOf: [LIST, { type: "array", items: TEXT }] }, ["1"]],
    ['["1"]', { anyOf: [{ type: "array", items: TEXT }, LIST] }, ["1"]],
    ["5", { oneOf: [DATE, NUMBER] }, 5],
    [
      { kind: "b", n: "1" },
      { anyOf: ["a", "b"].map((kind) => object({ kind: { const: kind }, n: NUMBER }, ["kind", "n"])) },
      { kind: "b", n: 1 },
    ],
    [{ a: "1", b: "2" }, { anyOf: [object({ a: NUMBER }), object({ a: NUMBER, b: NUMBER })] }, { a: 1, b: 2 }],
    [{ a: "1", c: 1 }, { anyOf: [object({ b: NUMBER }, ["b"]), object({ a: NUMBER }, ["a"])] }, { a: 1 }],
    // Each branch drops another property.
    [{ a: 1, b: 1 }, { anyOf: [object({ a: NUMBER }, ["a"]), object({ b: NUMBER }, ["b"])] }, SAME],
    [{ a: 1, b: 1 }, { anyOf: [object({ b: NUMBER }, ["b"]), object({ a: NUMBER }, ["a"])] }, SAME],
    ["x", { anyOf: [NUMBER, BOOLEAN] }, SAME],
    [{ a: "1" }, { allOf: [{ properties: { a: NUMBER } }, object({ a: {} })] }, { a: 1 }],
  ])("unions: %j", check);

  const TREE: JsonSchema = {
    ...object({ value: NUMBER, children: { type: "array", items: { $ref: "#/$defs/Tree" } } }, ["value"]),
    $defs: { Tree: object({ value: NUMBER, children: { type: "array", items: { $ref: "#/$defs/Tree" } } }, ["value"]) },
  };

  it("follows references", () => {
    const sent = { value: "1", children: [{ value: 2, children: '[{"value":"3","x":1}]' }] };
    expect(readLeniently(sent, TREE)).toEqual({
      value: 1,
      children: [{ value: 2, children: [{ value: 3 }] }],
    });
  });

  it("changes nothing that is nested too deeply, or is too long, and does not take forever", () => {
    let deep: unknown = { value: "1" };
    for (let depth = 0; depth < 2_000; depth += 1) deep = { value: 1, children: [deep] };
    expect(readLeniently(deep, TREE)).toBe(deep);

    const either = (names: readonly string[]) =>
      names.map((name) => object({ [name]: { $ref: "#/$defs/Node" }, end: NUMBER, [`only-${name}`]: NUMBER }));
    const schema = { $ref: "#/$defs/Node", $defs: { Node: { anyOf: either(["a", "b", "c"]) } } };
    let nested: unknown = { end: "x" };
    for (let depth = 0; depth < 200; depth += 1) nested = { a: nested, "only-a": "1" };
    expect(readLeniently(nested, schema)).toBe(nested);
    const many = Array.from({ length: 200_000 }, (_, index) => ({ index: String(index) }));
    expect(readLeniently(many, { type: "array", items: object({ index: NUMBER }) })).toBe(many);
  });

  it("does not change what was sent", () => {
    const sent = Object.freeze({ a: Object.freeze(["1"]), b: 1 });
    expect(readLeniently(sent, object({ a: LIST }))).toEqual({ a: [1] });
    expect(sent).toEqual({ a: ["1"], b: 1 });
  });

  it.each<JsonSchema>([
    { type: "object", properties: { a: { anyOf: [{ unevaluatedItems: false }, NUMBER] } } },
    { type: "object", properties: { a: { $ref: "#count" } }, $defs: { Count: { ...NUMBER, $anchor: "count" } } },
    { type: "object", properties: { a: { $ref: "https://example.com/count" } } },
  ])("leaves alone what only Ajv can check: %j", (schema) => {
    const sent = { a: "1" };
    expect(readLeniently(sent, schema)).toBe(sent);
  });

  it("reads a text once, however many branches try it", () => {
    const kinds = ["a", "b", "c", "d"];
    const branches = kinds.map((kind) => object({ kind: { const: kind }, next: { $ref: "#/$defs/Node" } }, ["kind"]));
    const schema = { $ref: "#/$defs/Node", $defs: { Node: { anyOf: [...branches, NULL] } } };
    const nested = (depth: number): string =>
      JSON.stringify(depth === 0 ? { kind: "a" } : { kind: "b", next: nested(depth - 1) });
    // Reading each of them anew for each branch would give up, because there are 4^10 ways.
    let read = readLeniently(nested(10), schema);
    for (let depth = 0; depth < 10; depth += 1) read = (read as { readonly next: unknown }).next;
    expect(read).toEqual({ kind: "a" });
  });
});

function check(sent: unknown, schema: JsonSchema, read: unknown): void {
  const result = readLeniently(sent, schema);
  if (read === SAME) expect(result).toBe(sent);
  else expect(result).toEqual(read);
}

interface Sample {
  readonly schema: JsonSchema;
  readonly value: unknown;
  /** The value as a careless model writes it. */
  readonly careless: unknown;
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.tuple(fc.integer(), fc.boolean()).map(([value, isText]) => sample(INTEGER, value, isText ? ` ${value}` : value)),
  fc
    .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())
    .map(([double, isText]) => sample(NUMBER, double || 0, isText ? String(double || 0) : double || 0)),
  fc.tuple(fc.boolean(), fc.boolean()).map(([value, isText]) => sample(BOOLEAN, value, isText ? String(value) : value)),
  fc.string().map((value) => sample(TEXT, value, value)),
);

const { anything } = fc.letrec<{ anything: Sample; list: Sample; record: Sample }>((tie) => ({
  anything: fc.oneof({ depthSize: "small" }, leaf, tie("list"), tie("record")),
  list: fc.tuple(fc.array(leaf, { maxLength: 3 }), fc.boolean()).map(([items, isText]) => {
    const schema = { type: "array", prefixItems: items.map(({ schema }) => schema), items: false };
    const careless = items.map((item) => item.careless);
    const value = items.map((item) => item.value);
    return sample(schema, value, isText ? JSON.stringify(careless) : careless);
  }),
  record: fc
    .tuple(fc.dictionary(fc.string({ maxLength: 3 }), tie("anything"), { maxKeys: 4 }), fc.boolean(), fc.boolean())
    .map(([members, isText, hasMore]) => {
      const entries = Object.entries(members);
      const pick = (key: keyof Sample) => Object.fromEntries(entries.map(([name, member]) => [name, member[key]]));
      const schema = object({ ...pick("schema"), "left out": NUMBER });
      const careless = { ...pick("careless"), ...(hasMore && { "more of it": 1, "left out": null }) };
      return sample(schema, pick("value"), isText ? JSON.stringify(careless) : careless);
    }),
}));

function sample(schema: JsonSchema, value: unknown, careless: unknown): Sample {
  return { schema, value, careless };
}

describe("for any schema, readLeniently", () => {
  it("reads what a careless model writes, and changes nothing that fits", () => {
    fc.assert(
      fc.property(anything, ({ schema, value, careless }) => {
        expect(readLeniently(value, schema)).toBe(value);
        const read = readLeniently(careless, schema);
        expect(compileSchema(schema)(read)).toEqual([]);
        expect(read).toEqual(value);
      }),
    );
  });
});
