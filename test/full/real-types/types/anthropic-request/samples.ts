import type AnthropicRequest from "./server.js";

type Value = Parameters<AnthropicRequest["take"]>[0];

export const accepts: readonly Value[] = [
  { model: "claude", max_tokens: 10, messages: [{ role: "user", content: "Hi" }] },
  {
    model: "claude",
    max_tokens: 10,
    messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }],
    tools: [{ name: "add", input_schema: { type: "object", properties: { a: { type: "number" } } } }],
  },
];

export const rejects: readonly unknown[] = [
  { model: "claude", messages: [] },
  { model: "claude", max_tokens: 10, messages: [{ role: "user", content: 7 }] },
];
