import { expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { wrapOutputSchema } from "./wrap-output-schema.js";

const wrapped = (result: object, more: object = {}) => ({
  ...more,
  type: "object",
  properties: { result },
  required: ["result"],
});

it("leaves the schema of an object alone", () => {
  const schema = { type: "object", properties: { a: { $ref: "#" } } };
  expect(wrapOutputSchema(schema)).toBe(schema);
});

it.each<[string, JsonSchema, object]>([
  ["a number", { type: "number" }, wrapped({ type: "number" })],
  ["a schema without a type", { anyOf: [{ type: "object" }] }, wrapped({ anyOf: [{ type: "object" }] })],
  [
    "references",
    { type: "array", items: { $ref: "#/$defs/a" }, $defs: { a: { $ref: "#" } } },
    wrapped({
      type: "array",
      items: { $ref: "#/properties/result/$defs/a" },
      $defs: { a: { $ref: "#/properties/result" } },
    }),
  ],
  ["a reference to an anchor", { $ref: "#name" }, wrapped({ $ref: "#name" })],
  ["data that looks like a reference", { const: { $ref: "#" } }, wrapped({ const: { $ref: "#" } })],
  [
    "a property that is called like a keyword",
    { anyOf: [{ properties: { const: { $ref: "#" } } }] },
    wrapped({ anyOf: [{ properties: { const: { $ref: "#/properties/result" } } }] }),
  ],
  ["the dialect", { $schema: "x", type: "null" }, wrapped({ $schema: "x", type: "null" }, { $schema: "x" })],
  ["its own base", { $id: "https://x/", $ref: "#" }, wrapped({ $id: "https://x/", $ref: "#" })],
])("wraps %s", (_, schema, expected) => {
  expect(wrapOutputSchema(schema)).toEqual(expected);
});
