import type SlackBlocks from "./server.js";

type Value = Parameters<SlackBlocks["take"]>[0];

export const accepts: readonly Value[] = [
  [
    { type: "section", text: { type: "mrkdwn", text: "*Hi*" } },
    { type: "divider" },
    { type: "actions", elements: [{ type: "button", text: { type: "plain_text", text: "Go" }, action_id: "go" }] },
  ],
];

export const rejects: readonly unknown[] = [[{ type: "sectoin" }], {}, [{ type: "header", text: "Hi" }]];
