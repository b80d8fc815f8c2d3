import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { createDecoder } from "./create-decoder.js";

const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
const bytes: JsonSchema = { type: "string", contentEncoding: "base64", "x-ts": "Uint8Array" };
const text: JsonSchema = { type: "string" };
const noon = "2026-01-31T12:00:00Z";

describe("createDecoder", () => {
  it.each<JsonSchema>([
    { type: "object", properties: { a: { type: "string", format: "date-time" } } },
    { type: "object", properties: { next: { $ref: "#" } } },
    { $ref: "#/$defs/a", $defs: { a: { type: "string" }, unused: date } },
    { properties: { unit: { type: "string", default: "C" } } },
    {},
  ])("is not needed for %j", (schema) => {
    expect(createDecoder(schema)).toBeUndefined();
  });

  it("returns the very same value when there is nothing to change", () => {
    const json = { list: [{ name: "a" }] };
    const decode = createDecoder({ properties: { at: date, list: { items: { properties: { at: date } } } } });
    expect(decode?.(json)).toBe(json);
  });

  it("fills in no defaults: the method's code does that", () => {
    const json = {};
    expect(createDecoder({ properties: { at: { ...date, default: noon }, n: { default: 1 } } })?.(json)).toBe(json);
  });

  it("refuses an x-ts it does not know", () => {
    expect(() => createDecoder({ properties: { a: { "x-ts": "Temporal" } } })).toThrow('"/properties/a/x-ts"');
  });

  it("stops at a value that contains itself", () => {
    const loop: { next?: unknown; at: string } = { at: noon };
    loop.next = loop;
    const decode = createDecoder({ properties: { at: date, next: { $ref: "#" } } });
    expect(() => decode?.(loop)).toThrow(/at most 500 levels/);
  });
});

describe("a union", () => {
  const object = (properties: { [name: string]: JsonSchema }, ...required: string[]): JsonSchema => ({
    type: "object",
    properties,
    required,
  });
  const item = object({ id: text, made: date }, "id");
  const file = object({ id: text, made: date, data: bytes }, "id", "data");
  const meeting = object({ id: text, when: date }, "id", "when");
  const note = object({ id: text, when: text, text }, "id", "when", "text");

  const CASES: readonly (readonly [what: string, branches: readonly JsonSchema[], json: unknown, value: unknown])[] = [
    ["the branch that declares most", [item, file], { id: "1", data: "aGk=" }, { id: "1", data: bytesOf("hi") }],
    ["the base, where that is all", [item, file], { id: "1", made: noon }, { id: "1", made: new Date(noon) }],
    [
      "a text in the longer branch",
      [meeting, note],
      { id: "1", when: noon, text: "" },
      { id: "1", when: noon, text: "" },
    ],
    ["a date in the shorter branch", [meeting, note], { id: "1", when: noon }, { id: "1", when: new Date(noon) }],
    ["plain JSON among equals", [date, text], noon, noon],
    ["plain JSON among equal objects", [object({ a: date }), object({ a: text })], { a: noon }, { a: noon }],
    [
      "the plainer of two that both have codecs",
      [object({ a: date, b: date }), object({ a: text, b: date })],
      { a: noon, b: noon },
      { a: noon, b: new Date(noon) },
    ],
    ["a plain list", [{ items: date }, { items: text }], [noon], [noon]],
    ["the codec, where the text is not of the constant", [{ const: "now" }, date], noon, new Date(noon)],
    ["the constant", [date, { const: "now" }], "now", "now"],
  ];

  it.each(
    CASES.flatMap(([what, branches, ...rest]) => [
      [what, branches, ...rest] as const,
      [`${what}, the other way round`, [...branches].reverse(), ...rest] as const,
    ]),
  )("decodes %s", (_, anyOf, json, value) => {
    expect(createDecoder({ anyOf })?.(json)).toEqual(value);
  });

  it("does not count the properties that a branch has from others", () => {
    const withForeign = { ...object({ id: text, when: date, text }, "id", "when"), "x-foreign": ["text"] };
    const json = { id: "1", when: noon, text: "" };
    expect(createDecoder({ anyOf: [withForeign, note] })?.(json)).toEqual(json);
  });

  it("counts the codecs behind a reference", () => {
    const schema = { anyOf: [{ $ref: "#/$defs/item" }, { $ref: "#/$defs/file" }], $defs: { item, file } };
    expect(createDecoder(schema)?.({ id: "1", data: "aGk=" })).toEqual({ id: "1", data: bytesOf("hi") });
  });
});

function bytesOf(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value));
}
