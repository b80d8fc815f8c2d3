import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../json-schema.js";
import { createDecoder } from "./create-decoder.js";

const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };

describe("createDecoder", () => {
  it.each<JsonSchema>([
    { type: "object", properties: { a: { type: "string", format: "date-time" } } },
    { type: "object", properties: { next: { $ref: "#" } } },
    { $ref: "#/$defs/a", $defs: { a: { type: "string" }, unused: date } },
    {},
  ])("is not needed for %j", (schema) => {
    expect(createDecoder(schema)).toBeUndefined();
  });

  it("returns the very same value when there is nothing to change", () => {
    const json = { list: [{ name: "a" }] };
    const decode = createDecoder({ properties: { at: date, list: { items: { properties: { at: date } } } } });
    expect(decode?.(json)).toBe(json);
  });

  it("refuses an x-ts it does not know", () => {
    expect(() => createDecoder({ properties: { a: { "x-ts": "Temporal" } } })).toThrow('"/properties/a/x-ts"');
  });

  it("stops where a value contains itself", () => {
    const loop: { next?: unknown; at: string } = { at: "2026-01-31T12:00:00Z" };
    loop.next = loop;
    const decode = createDecoder({ properties: { at: date, next: { $ref: "#" } } });
    expect(() => decode?.(loop)).toThrow(/at most 500 levels/);
  });
});

describe("defaults", () => {
  const schema: JsonSchema = {
    type: "object",
    properties: {
      unit: { type: "string", default: "C" },
      options: {
        type: "object",
        properties: {
          depth: { default: 1 },
          since: { ...date, default: "2026-01-31T12:00:00Z" },
          tags: { default: [] },
        },
      },
      list: { type: "array", items: { properties: { on: { type: "boolean", default: true } } } },
    },
  };

  it("fill absent properties at every depth, and are decoded", () => {
    const json = { options: { depth: 5 }, list: [{}, { on: false }] };
    const before = structuredClone(json);
    expect(createDecoder(schema)?.(json)).toEqual({
      unit: "C",
      options: { depth: 5, since: new Date("2026-01-31T12:00:00Z"), tags: [] },
      list: [{ on: true }, { on: false }],
    });
    expect(json).toEqual(before);
  });

  it("are filled in wherever a schema refers to itself", () => {
    const tree: JsonSchema = { type: "object", properties: { size: { default: 1 }, next: { $ref: "#" } } };
    expect(createDecoder(tree)?.({ next: { next: {} } })).toEqual({
      size: 1,
      next: { size: 1, next: { size: 1 } },
    });
  });

  it("fill what undefined stands in for", () => {
    expect(createDecoder(schema)?.({ unit: undefined })).toEqual({ unit: "C" });
  });

  it("fill defaults of defaults", () => {
    const nested: JsonSchema = { properties: { a: { default: {}, properties: { b: { default: 2 } } } } };
    expect(createDecoder(nested)?.({})).toEqual({ a: { b: 2 } });
  });

  it("fill only the branch that matches", () => {
    const union: JsonSchema = {
      anyOf: [
        { type: "object", properties: { kind: { const: "a" }, size: { default: 1 } }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" }, unit: { default: "C" } }, required: ["kind"] },
      ],
    };
    expect(createDecoder(union)?.({ kind: "b" })).toEqual({ kind: "b", unit: "C" });
  });

  it("are never shared between calls", () => {
    const decode = createDecoder(schema);
    const first = decode?.({ options: {} }) as { options: { tags: string[] } };
    first.options.tags.push("changed");
    expect(decode?.({ options: {} })).toMatchObject({ options: { tags: [] } });
  });

  it("called __proto__ become own properties", () => {
    const properties: unknown = JSON.parse('{"__proto__": {"default": {"admin": true}}}');
    const value = createDecoder({ properties })?.({}) as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
