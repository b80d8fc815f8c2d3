import type OpenaiResponse from "./server.js";

type Value = Parameters<OpenaiResponse["take"]>[0];

export const accepts: readonly Value[] = [
  { model: "m", input: "Hi" },
  {
    model: "m",
    input: [{ role: "user", content: "Hi" }],
    tools: [{ type: "function", name: "f", strict: true, parameters: { type: "object" } }],
  },
];

export const rejects: readonly unknown[] = [{ input: 1 }, { input: [{ role: "nobody", content: "Hi" }] }];
