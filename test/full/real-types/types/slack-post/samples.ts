import type SlackPost from "./server.js";

type Value = Parameters<SlackPost["take"]>[0];

export const accepts: readonly Value[] = [
  { channel: "C1", text: "Hi" },
  { channel: "C1", text: "Hi", blocks: [{ type: "divider" }], thread_ts: "1.2" },
];

export const rejects: readonly unknown[] = [{ text: "Hi" }, { channel: 1, text: "Hi" }];
