import type NotionCreatePage from "./server.js";

type Value = Parameters<NotionCreatePage["take"]>[0];

export const accepts: readonly Value[] = [
  { parent: { page_id: "p" }, properties: { title: { title: [{ text: { content: "T" } }] } } },
];

export const rejects: readonly unknown[] = [
  { parent: 1 },
  { parent: { page_id: "p" }, children: [{ type: "paragraph" }] },
];
