import { afterEach, describe, expect, it, vi } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "../validation/compile-schema.js";
import { createDecoder } from "./create-decoder.js";
import { createEncoder } from "./create-encoder.js";

const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
const url: JsonSchema = { type: "string", format: "uri", "x-ts": "URL" };
const regExp: JsonSchema = { type: "string", format: "regex", "x-ts": "RegExp" };
const bigint: JsonSchema = { type: "string", pattern: "^-?[0-9]+$", "x-ts": "bigint" };
const bytes = (name: string): JsonSchema => ({ type: "string", contentEncoding: "base64", "x-ts": name });
const set = (items: JsonSchema): JsonSchema => ({ type: "array", items, uniqueItems: true, "x-ts": "Set" });
const map = (value: JsonSchema): JsonSchema => ({ type: "object", additionalProperties: value, "x-ts": "Map" });
const pairs = (key: JsonSchema, value: JsonSchema): JsonSchema => ({
  type: "array",
  items: { type: "array", prefixItems: [key, value], minItems: 2, maxItems: 2 },
  "x-ts": "Map",
});
const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const noon = "2026-01-31T12:00:00.000Z";

const CASES: readonly (readonly [name: string, schema: JsonSchema, json: unknown, value: unknown])[] = [
  ["Date", date, noon, new Date(noon)],
  ["URL", url, "https://example.com/a?b#c", new URL("https://example.com/a?b#c")],
  ["RegExp", regExp, "^[😀-😎]+$", /^[😀-😎]+$/u],
  ["a RegExp that only works without unicode", regExp, "[\\w-.]", /[\w-.]/],
  ["bigint", bigint, "-9007199254740993", -9007199254740993n],
  ["Uint8Array", bytes("Uint8Array"), "AP/+", new Uint8Array([0, 255, 254])],
  ["Buffer", bytes("Buffer"), "aGk=", Buffer.from("hi")],
  ["ArrayBuffer", bytes("ArrayBuffer"), "aGk=", new Uint8Array([104, 105]).buffer],
  ["Map as object", map({ type: "number" }), { a: 1, b: 2 }, new Map(Object.entries({ a: 1, b: 2 }))],
  ["Map as pairs", pairs(date, bigint), [[noon, "1"]], new Map([[new Date(noon), 1n]])],
  ["Set", set(bigint), ["1", "2"], new Set([1n, 2n])],
  ["Map of Sets of Dates", map(set(date)), { a: [noon] }, new Map([["a", new Set([new Date(noon)])]])],
  ["a property", { type: "object", properties: { at: date } }, { at: noon }, { at: new Date(noon) }],
  [
    "an open object",
    { type: "object", properties: { at: date }, additionalProperties: {} },
    { at: noon, b: 1 },
    { at: new Date(noon), b: 1 },
  ],
  ["an absent property", { type: "object", properties: { at: date } }, {}, {}],
  ["additionalProperties", { type: "object", additionalProperties: bigint }, { a: "1" }, { a: 1n }],
  [
    "patternProperties",
    { properties: { a: { type: "string" } }, patternProperties: { "^n-": bigint }, additionalProperties: date },
    { a: "1", "n-a": "1", b: noon },
    { a: "1", "n-a": 1n, b: new Date(noon) },
  ],
  ["items", { type: "array", items: date }, [noon], [new Date(noon)]],
  [
    "prefixItems",
    { prefixItems: [{ type: "string" }, bigint], items: date },
    ["1", "1", noon],
    ["1", 1n, new Date(noon)],
  ],
  ["a union, null", nullable(date), null, null],
  ["a union, Date", nullable(date), noon, new Date(noon)],
  ["a type array, null", { type: ["string", "null"], format: "date-time", "x-ts": "Date" }, null, null],
  ["a union, the one that fits", { anyOf: [date, url] }, "https://a.b/", new URL("https://a.b/")],
  ["a union, plain branch last", { anyOf: [date, { type: "string" }] }, noon, noon],
  ["a union, plain branch first", { anyOf: [{ type: "object" }, date] }, noon, new Date(noon)],
  [
    "a tagged union",
    {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" }, on: date }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" }, on: bigint }, required: ["kind"] },
      ],
    },
    { kind: "b", on: "5" },
    { kind: "b", on: 5n },
  ],
  [
    "recursion",
    {
      $ref: "#/$defs/Node",
      $defs: {
        Node: { type: "object", properties: { at: date, next: nullable({ $ref: "#/$defs/Node" }) }, required: ["at"] },
      },
    },
    { at: noon, next: { at: noon, next: null } },
    { at: new Date(noon), next: { at: new Date(noon), next: null } },
  ],
  [
    "hostile keys",
    { additionalProperties: bigint },
    JSON.parse('{"__proto__":"1"}'),
    JSON.parse('{"__proto__":1}', asBigint),
  ],
];

describe("a round trip", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(CASES)("of %s", (_, schema, json, value) => {
    const before = structuredClone(json);
    expect(compileSchema(schema)(json)).toEqual([]);
    const decode = createDecoder(schema);
    const decoded = decode === undefined ? json : decode(json);
    expect(decoded).toEqual(value);
    expect(json).toEqual(before);
    const encoded = createEncoder(schema)(decoded);
    expect(encoded).toEqual(json);
    expect(compileSchema(schema)(encoded)).toEqual([]);
    expect(decoded).toEqual(value);
  });

  it.each(CASES)("leaves values unchanged that are JSON already: %s", (_, schema, json) => {
    expect(createEncoder(schema)(json)).toEqual(json);
  });

  it("of Error keeps declared properties, and no others", () => {
    const failure = (code: string, details: Record<string, JsonSchema>): JsonSchema => ({
      type: "object",
      properties: { name: { type: "string" }, message: { type: "string" }, code: { const: code }, ...details },
      required: ["name", "message", "code", ...Object.keys(details)],
      "x-ts": "Error",
    });
    const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
    const schema: JsonSchema = {
      anyOf: [failure("gone", { since: date }), failure("bad", { field: { type: "string" } })],
    };
    const secret = { config: { token: "s3cret" } };
    const gone = Object.assign(new Error("it is gone"), { code: "gone", since: new Date(0) }, secret);
    const bad = Object.assign(new TypeError("it is bad"), { code: "bad", field: "a" }, secret);
    const encode = createEncoder(schema);
    const goneJson = { name: "Error", message: "it is gone", code: "gone", since: "1970-01-01T00:00:00.000Z" };
    expect(encode(gone)).toEqual(goneJson);
    expect(encode(bad)).toEqual({ name: "TypeError", message: "it is bad", code: "bad", field: "a" });
    const error = createDecoder(schema)?.({ ...goneJson, stack: "forged" }) as Error;
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ message: "it is gone", code: "gone", since: new Date(0) });
    expect(error.stack).not.toBe("forged");
  });

  it("of Error keeps name and message, but not the stack", () => {
    const schema: JsonSchema = {
      type: "object",
      properties: { name: { type: "string" }, message: { type: "string" } },
      "x-ts": "Error",
    };
    const json = createEncoder(schema)(new RangeError("too far"));
    expect(json).toEqual({ name: "RangeError", message: "too far" });
    const error = createDecoder(schema)?.(json);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "RangeError", message: "too far" });
  });

  it("of an iterable gives an array", () => {
    const schema: JsonSchema = { type: "array", items: date, "x-ts": "Iterable" };
    function* dates() {
      yield new Date(noon);
    }
    expect(createEncoder(schema)(dates())).toEqual([noon]);
    expect(createDecoder(schema)?.([noon])).toEqual([new Date(noon)]);
  });

  it.each(["with", "without"])("of large bytes, %s Buffer", (how) => {
    if (how === "without") vi.stubGlobal("Buffer", undefined);
    const value = Uint8Array.from({ length: 3_000_001 }, (_, index) => index % 251);
    const json = createEncoder(bytes("Uint8Array"))(value);
    const decoded = createDecoder(bytes("Uint8Array"))?.(json) as Uint8Array;
    expect(decoded.constructor).toBe(Uint8Array);
    expect(decoded.length).toBe(value.length);
    expect(decoded.every((byte, index) => byte === value[index])).toBe(true);
    expect(decoded.buffer.byteLength).toBe(value.length);
  });

  it("of a view takes only the bytes in the view", () => {
    const view = new Uint8Array([1, 104, 105, 2]).subarray(1, 3);
    expect(createEncoder(bytes("Uint8Array"))(view)).toBe("aGk=");
  });
});

describe("values that the formats allow and the platform does not", () => {
  it("leap seconds become the next second", () => {
    expect(createDecoder(date)?.("1998-12-31T15:59:60.5-08:00")).toEqual(new Date("1999-01-01T00:00:00.500Z"));
  });

  it("lower case is a date-time, too", () => {
    expect(createDecoder(date)?.("1999-01-01t00:00:00z")).toEqual(new Date("1999-01-01T00:00:00Z"));
  });

  it("every URL becomes a valid URI", () => {
    const schema = compileSchema(url);
    const encode = createEncoder(url);
    for (const text of [
      "https://ex.com/[a]|^`{}%?q=[|]%zz#a#b",
      "http://[::1]:80/%",
      "data:text/html,<b>é",
      "mailto:a@b.c",
    ]) {
      const json = encode(new URL(text));
      expect(schema(json), String(json)).toEqual([]);
      expect(new URL(String(json)).host).toBe(new URL(text).host);
    }
  });

  it.each<[JsonSchema, unknown]>([
    [url, "http://999.999.999.999/"],
    [bytes("Buffer"), "aGk"],
    [bytes("Buffer"), "aG k="],
    [bytes("Buffer"), "aG=k"],
    [bytes("Buffer"), "aG-_"],
    [regExp, "("],
    [bigint, "9".repeat(200_000)],
  ])("%j refuses what it cannot decode", (schema, json) => {
    expect(compileSchema(schema)(json)).toHaveLength(1);
  });
});

function asBigint(key: string, value: unknown): unknown {
  return key === "__proto__" && typeof value === "number" ? BigInt(value) : value;
}
