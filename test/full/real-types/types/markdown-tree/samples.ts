import type MarkdownTree from "./server.js";

type Value = Parameters<MarkdownTree["take"]>[0];

export const accepts: readonly Value[] = [
  {
    type: "root",
    children: [
      { type: "heading", depth: 1, children: [{ type: "text", value: "Hi" }] },
      { type: "list", children: [{ type: "listItem", children: [{ type: "paragraph", children: [] }] }] },
    ],
  },
];

export const rejects: readonly unknown[] = [
  { type: "root", children: [{ type: "heading", depth: 7, children: [] }] },
  { type: "root" },
];
