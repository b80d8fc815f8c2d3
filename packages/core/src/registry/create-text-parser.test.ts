import { describe, expect, it } from "vitest";
import { createTextParser } from "./create-text-parser.js";

const parse = (text: string, schema: object) => createTextParser({ properties: { value: schema } })({ value: text });

describe("createTextParser", () => {
  it.each<[string, object, unknown]>([
    ["12", { type: "number" }, 12],
    ["-1.5e3", { type: "integer" }, -1500],
    ["12", { type: ["string", "number"] }, "12"],
    ["true", { anyOf: [{ type: "boolean" }, { type: "null" }] }, true],
    ["2", { enum: [1, 2] }, 2],
  ])("reads %s by the type of its parameter", (text, schema, value) => {
    expect(parse(text, schema)).toEqual({ value });
  });

  it.each(["9007199254740993", "1e400", "0x10", " 2 ", ""])("leaves what is no number, or another one: %j", (text) => {
    expect(parse(text, { type: "number" })).toEqual({ value: text });
  });
});
