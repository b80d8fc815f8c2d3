import { describe, expect, it, vi } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { createEncoder } from "./create-encoder.js";

const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
const bigint: JsonSchema = { type: "string", pattern: "^-?[0-9]+$", "x-ts": "bigint" };
const bytes: JsonSchema = { type: "string", contentEncoding: "base64", "x-ts": "Uint8Array" };
const text: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "number" };
const noon = "2026-01-31T12:00:00.000Z";

describe("createEncoder", () => {
  it("copies everything, so that later changes do not affect the JSON", () => {
    const value = { at: new Date(noon), rest: { a: [1] } };
    const json = createEncoder({ properties: { at: date, rest: {} } })(value) as typeof value;
    expect(json).toEqual({ at: noon, rest: { a: [1] } });
    expect(json.rest).not.toBe(value.rest);
    expect(json.rest.a).not.toBe(value.rest.a);
  });

  it("writes what JSON.stringify writes", () => {
    class Boxed {
      inherited = new Number(2);
      method = () => 1;
      get hidden() {
        return "accessor";
      }
      toString() {
        return "";
      }
    }
    const value = {
      absent: undefined,
      call: () => 1,
      symbol: Symbol("a"),
      list: [undefined, () => 1, 1, "a", null, true],
      boxed: new Boxed(),
      json: { toJSON: () => ({ toJSON: "not a function", n: -0 }) },
      nothing: Object.create(null, { a: { value: 1, enumerable: true }, b: { value: 2 } }),
    };
    expect(JSON.stringify(createEncoder({})(value))).toBe(JSON.stringify(value));
    expect(createEncoder({})(undefined)).toBeNull();
  });

  it("encodes an error by its declared properties, and bytes only by their own type", () => {
    const problem: JsonSchema = { type: "object", properties: { message: text }, additionalProperties: false };
    const weak: JsonSchema = { type: "object", properties: { data: number }, additionalProperties: false };
    expect(createEncoder(problem)(new TypeError("no"))).toEqual({ message: "no" });
    expect(createEncoder({ anyOf: [weak, bytes] })(new Uint8Array([104, 105]))).toBe("aGk=");
    expect(createEncoder({ anyOf: [weak, bytes] })({ data: 1 })).toEqual({ data: 1 });
  });

  it("recognizes values without a declared type", () => {
    const value = {
      bytes: Buffer.from("hi"),
      view: new Uint8Array([104, 105]),
      numbers: new Float32Array([1, 2]),
      find: /a+/i,
      big: 5n,
      map: new Map([["a", new Set([1n])]]),
      pairs: new Map([[1, "a"]]),
      error: Object.assign(new TypeError("no"), { secret: 1 }),
      url: new URL("https://a.b/c"),
      at: new Date(noon),
      never: new Date("never"),
    };
    expect(createEncoder({ properties: { data: {} } })({ data: value })).toEqual({
      data: {
        bytes: "aGk=",
        view: "aGk=",
        numbers: [1, 2],
        find: "a+",
        big: "5",
        map: { a: ["1"] },
        pairs: [[1, "a"]],
        error: { name: "TypeError", message: "no" },
        url: "https://a.b/c",
        at: noon,
        never: null,
      },
    });
  });

  it("encodes the result of toJSON", () => {
    class Reading {
      toJSON() {
        return { at: new Date(noon), secret: 1 };
      }
    }
    expect(createEncoder({ properties: { at: date } })(new Reading())).toEqual({ at: noon });
  });

  it("encodes declared properties that Object.keys does not show", () => {
    class Shape {
      get kind() {
        return "circle";
      }
      get undeclared() {
        return 1;
      }
    }
    const schema: JsonSchema = { type: "object", properties: { kind: text, hidden: text }, required: ["kind"] };
    expect(createEncoder(schema)(new Shape())).toEqual({ kind: "circle" });
    const hidden = Object.defineProperty({ kind: "a" }, "hidden", { value: "b" });
    expect(createEncoder(schema)(hidden)).toEqual({ kind: "a", hidden: "b" });
    expect(createEncoder({ anyOf: [{ type: "null" }, schema] })(Object.create({ kind: "a" }))).toEqual({ kind: "a" });
    expect(createEncoder({ properties: { constructor: {}, __proto__: text, valueOf: {} } })({})).toEqual({});
  });

  it("uses the toJSON of an Error or a Map", () => {
    const failure = Object.assign(new Error("no"), { toJSON: () => ({ message: "nicer", secret: 1 }) });
    expect(createEncoder({})(failure)).toEqual({ message: "nicer", secret: 1 });
    expect(createEncoder({ properties: { message: text } })(failure)).toEqual({ message: "nicer" });
    expect(createEncoder({})(Object.assign(new Map([["a", 1]]), { toJSON: () => 2 }))).toBe(2);
  });

  it("leaves a value of the wrong type to the validator", () => {
    expect(createEncoder({ properties: { a: text } })({ a: new Map() })).toEqual({ a: new Map() });
    expect(createEncoder({ properties: { a: text } })([1])).toEqual([1]);
  });

  it("keeps __proto__ as a property", () => {
    const value: unknown = JSON.parse('{"__proto__": {"admin": true}}');
    expect(JSON.stringify(createEncoder({})(value))).toBe('{"__proto__":{"admin":true}}');
  });
});

describe("what the type does not declare", () => {
  const row: JsonSchema = { type: "object", properties: { id: number }, required: ["id"] };
  const secretive = { id: 1, secret: "s3cret" };

  it.each<[string, JsonSchema, unknown, unknown, string[]]>([
    ["at the root", row, secretive, { id: 1 }, ["result.secret"]],
    ["in a list", { items: row }, [secretive, secretive], [{ id: 1 }, { id: 1 }], ["result[].secret"]],
    ["in a tuple", { prefixItems: [row, number] }, [{ id: 1, "a b": 1 }, 2], [{ id: 1 }, 2], ['result[]["a b"]']],
    [
      "in a map",
      { type: "object", additionalProperties: row, "x-ts": "Map" },
      new Map([
        ["a", secretive],
        ["b", secretive],
      ]),
      { a: { id: 1 }, b: { id: 1 } },
      ["result.*.secret"],
    ],
    [
      "in what toJSON gives",
      { properties: { owner: row } },
      { owner: { toJSON: () => secretive } },
      { owner: { id: 1 } },
      ["result.owner.secret"],
    ],
    [
      "in what refers to itself",
      { $ref: "#/$defs/Tree", $defs: { Tree: { properties: { id: number, next: { $ref: "#/$defs/Tree" } } } } },
      { id: 1, next: secretive },
      { id: 1, next: { id: 1 } },
      ["result.next.secret"],
    ],
    ["beside a pattern", { patternProperties: { "^x-": number } }, { "x-a": 1, b: 2 }, { "x-a": 1 }, ["result.b"]],
    ["in an object without any", { type: "object", additionalProperties: false }, { a: 1 }, {}, ["result.a"]],
    ["but not beside an index signature", { ...row, additionalProperties: {} }, secretive, secretive, []],
    ["but not of an open object", { type: "object" }, secretive, secretive, []],
    ["but not of unknown", { properties: { data: {} } }, { data: secretive }, { data: secretive }, []],
    ["but not for a schema written by hand", { ...row, "x-given": true }, secretive, secretive, []],
    ["nor is it told of functions", row, { id: 1, call: () => 1 }, { id: 1 }, []],
  ])("is left out %s, and reported once", (_, schema, value, json, paths) => {
    const onOmitted = vi.fn();
    const encode = createEncoder(schema, { onOmitted });
    expect(encode(value)).toEqual(json);
    expect(onOmitted.mock.calls.flat()).toEqual(paths);
    expect(encode(value)).toEqual(json);
    expect(onOmitted).toHaveBeenCalledTimes(paths.length);
  });
});

describe("a union", () => {
  const object = (properties: { [name: string]: JsonSchema }, ...required: string[]): JsonSchema => ({
    type: "object",
    properties,
    required,
  });
  const item = object({ id: text, made: date }, "id");
  const file = object({ id: text, data: bytes }, "id", "data");
  const a = (properties: { [name: string]: JsonSchema }, ...required: string[]) =>
    object({ kind: { const: "a" }, data: bytes, ...properties }, "kind", "data", ...required);
  const b = object({ kind: { const: "b" } }, "kind");
  const money = { toJSON: () => "2 EUR" };
  const data = new Uint8Array([1, 2]);

  const CASES: readonly (readonly [string, readonly JsonSchema[], unknown, unknown, string[]?])[] = [
    ["by the kind of value", [text, object({ at: date }), date, bigint, bytes], new Date(noon), noon],
    ["a bigint", [number, text, bigint], 5n, "5"],
    ["a set", [text, { type: "array", items: date, "x-ts": "Set" }], new Set([new Date(noon)]), [noon]],
    ["by what is inside", [object({ on: date }, "on"), object({ on: bigint }, "on")], { on: 5n }, { on: "5" }],
    [
      "all that fitting branches declare",
      [item, file],
      { id: "1", made: new Date(noon), data, secret: 1 },
      { id: "1", made: noon, data: "AQI=" },
      ["result.secret"],
    ],
    [
      "all that they declare inside",
      [object({ owner: item }), object({ owner: file })],
      { owner: { id: "1", made: new Date(noon), data } },
      { owner: { id: "1", made: noon, data: "AQI=" } },
    ],
    ["the base alone", [item, file], { id: "1", secret: 1 }, { id: "1" }, ["result.secret"]],
    [
      "by toJSON",
      [a({ total: text }, "total"), b],
      { kind: "a", total: money, data },
      { kind: "a", total: "2 EUR", data: "AQI=" },
    ],
    [
      "with an undefined property",
      [a({ label: text }), b],
      { kind: "a", label: undefined, data },
      { kind: "a", data: "AQI=" },
    ],
    [
      "with an undefined element",
      [a({ tags: { items: { anyOf: [text, { type: "null" }] } } }, "tags"), b],
      { kind: "a", tags: ["x", undefined], data },
      { kind: "a", tags: ["x", null], data: "AQI=" },
    ],
    [
      "with codecs inside of codecs",
      [a({ m: { type: "object", additionalProperties: { items: bigint, "x-ts": "Set" }, "x-ts": "Map" } }, "m"), b],
      { kind: "a", m: new Map([["x", new Set([1n])]]), data },
      { kind: "a", m: { x: ["1"] }, data: "AQI=" },
    ],
    ["a text or an object", [text, object({ data: bytes })], { data }, { data: "AQI=" }],
    ["toJSON or bytes", [text, bytes], money, "2 EUR"],
    ["null", [date, { type: "null" }], null, null],
    [
      "an object that has a toJSON",
      [text, object({ at: date })],
      { toJSON: () => ({ at: new Date(noon) }) },
      { at: noon },
    ],
    ["another kind than the branches know", [date, { type: "null" }], { a: 1 }, { a: 1 }],
  ];

  it.each(
    CASES.flatMap(([what, branches, ...rest]) => [
      [what, branches, ...rest] as const,
      [`${what}, the other way round`, [...branches].reverse(), ...rest] as const,
    ]),
  )("encodes %s", (_, anyOf, value, json, omitted = []) => {
    const onOmitted = vi.fn();
    expect(createEncoder({ anyOf }, { onOmitted })(value)).toEqual(json);
    expect(onOmitted.mock.calls.flat()).toEqual(omitted);
  });

  it("reads an iterator once for all branches", () => {
    const list = (items: JsonSchema) => object({ list: { type: "array", items, "x-ts": "Iterable" } }, "list");
    const value = { list: [5n, 6n].values() };
    expect(createEncoder({ anyOf: [list(number), list(bigint)] })(value)).toEqual({ list: ["5", "6"] });
  });

  it("does not take exponential time inside unions", () => {
    const branch = (name: string) => object({ [name]: number, next: { $ref: "#/$defs/Node" } });
    const schema = { $ref: "#/$defs/Node", $defs: { Node: { anyOf: ["a", "b", "c", "d"].map(branch) } } };
    let value: object = { a: 1, b: 2, c: 3, d: 4 };
    for (let depth = 0; depth < 200; depth += 1) value = { a: 1, b: 2, c: 3, d: 4, next: value };
    expect(createEncoder(schema)(value)).toEqual(value);
  });
});

describe("what cannot be sent", () => {
  const loop: { list: unknown[] } = { list: [1] };
  loop.list.push({ back: loop });
  let deep: unknown = 1;
  for (let depth = 0; depth < 600; depth += 1) deep = [deep];

  it.each<[unknown, JsonSchema, string]>([
    [Number.NaN, number, "result is NaN. Return null"],
    [{ rows: [{ "a b": Number.NEGATIVE_INFINITY }] }, {}, 'result.rows[0]["a b"] is -Infinity.'],
    [{ rows: [1, Number.NaN] }, { properties: { rows: { items: number } } }, "result.rows[1] is NaN."],
    [new Map([["a", Number.NaN]]), { type: "object", additionalProperties: number, "x-ts": "Map" }, "result.a is NaN."],
    [{ n: Number.NaN }, { anyOf: [{ properties: { n: number } }, { type: "null" }] }, "result.n is NaN."],
    [{ at: new Date("never") }, { properties: { at: date } }, "result.at is an invalid Date."],
    [loop, {}, "result.list[1].back contains itself."],
    [
      loop,
      {
        properties: { list: { items: { anyOf: [number, { $ref: "#/$defs/B" }] } } },
        $defs: { B: { properties: { back: { $ref: "#" } } } },
      },
      "result.list[1].back contains itself.",
    ],
    [deep, {}, "nested deeper than 500 levels."],
  ])("is an error that names the path", (value, schema, message) => {
    expect(() => createEncoder(schema)(value)).toThrow(message);
  });
});
