import type OpenaiChat from "./server.js";

type Value = Parameters<OpenaiChat["take"]>[0];

export const accepts: readonly Value[] = [
  { model: "m", messages: [{ role: "user", content: "Hi" }] },
  {
    model: "m",
    messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "https://a.b/c.png" } }] }],
    tools: [{ type: "function", function: { name: "f", parameters: { type: "object" } } }],
  },
];

export const rejects: readonly unknown[] = [{ model: "m" }, { model: "m", messages: [{ role: "user" }] }];
