import type JsonSchema from "./server.js";

type Value = Parameters<JsonSchema["take"]>[0];

export const accepts: readonly Value[] = [
  {
    type: "object",
    properties: { a: { type: ["string", "null"], enum: ["x", null] } },
    required: ["a"],
    additionalProperties: false,
  },
  {},
];

export const rejects: readonly unknown[] = [{ type: "text" }, { minimum: "1" }];
