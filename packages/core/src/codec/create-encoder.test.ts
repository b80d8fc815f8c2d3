import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../json-schema.js";
import { createEncoder } from "./create-encoder.js";

const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
const bigint: JsonSchema = { type: "string", pattern: "^-?[0-9]+$", "x-ts": "bigint" };
const noon = "2026-01-31T12:00:00.000Z";

describe("createEncoder", () => {
  it("is not needed for JSON, nor for defaults", () => {
    expect(createEncoder({ properties: { a: { type: "string", default: "a" } } })).toBeUndefined();
  });

  it("copies what it changes and nothing else", () => {
    const value = Object.freeze({ at: new Date(noon), rest: Object.freeze({ a: 1 }) });
    const json = createEncoder({ properties: { at: date, rest: { properties: { b: date } } } })?.(
      value,
    ) as typeof value;
    expect(json).toEqual({ at: noon, rest: { a: 1 } });
    expect(json.rest).toBe(value.rest);
  });

  it("finds the branch by the type the value has now", () => {
    const schema: JsonSchema = {
      anyOf: [
        { type: "string" },
        { type: "object", properties: { at: date } },
        date,
        bigint,
        { type: "string", contentEncoding: "base64", "x-ts": "Uint8Array" },
        { type: "array", items: date, uniqueItems: true, "x-ts": "Set" },
      ],
    };
    const encode = createEncoder(schema);
    expect(
      [new Date(noon), 5n, new Set([new Date(noon)]), new Uint8Array([104, 105]), { at: new Date(noon) }, "a"].map(
        (value) => encode?.(value),
      ),
    ).toEqual([noon, "5", [noon], "aGk=", { at: noon }, "a"]);
  });

  it("looks into objects to find the branch", () => {
    const encode = createEncoder({
      anyOf: [
        { type: "object", properties: { on: date }, required: ["on"] },
        { type: "object", properties: { on: bigint }, required: ["on"] },
      ],
    });
    expect(encode?.({ on: 5n })).toEqual({ on: "5" });
  });

  it("leaves what fits no branch to the validator", () => {
    const value = { a: 1 };
    expect(createEncoder({ anyOf: [date, { type: "null" }] })?.(value)).toBe(value);
  });

  it("encodes what toJSON gives", () => {
    class Reading {
      toJSON() {
        return { at: new Date(noon) };
      }
    }
    expect(createEncoder({ properties: { at: date } })?.(new Reading())).toEqual({ at: noon });
  });

  it("says what to do about an invalid Date", () => {
    expect(() => createEncoder(date)?.(new Date("never"))).toThrow(/Return null/);
  });

  it("stops where a value contains itself", () => {
    const loop: { next?: unknown } = {};
    loop.next = loop;
    const schema: JsonSchema = { properties: { at: date, next: { anyOf: [{ $ref: "#" }, { type: "null" }] } } };
    expect(() => createEncoder(schema)?.(loop)).toThrow(/contains itself/);
  });
});
