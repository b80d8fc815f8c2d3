import type SlackView from "./server.js";

type Value = Parameters<SlackView["take"]>[0];

export const accepts: readonly Value[] = [
  { type: "modal", title: { type: "plain_text", text: "T" }, blocks: [{ type: "divider" }] },
  { type: "home", blocks: [] },
];

export const rejects: readonly unknown[] = [{ type: "home" }, { type: "popup", blocks: [] }];
