import type NotionQuery from "./server.js";

type Value = Parameters<NotionQuery["take"]>[0];

export const accepts: readonly Value[] = [
  { data_source_id: "d", filter: { property: "Done", checkbox: { equals: true } }, page_size: 10 },
];

export const rejects: readonly unknown[] = [{}, { data_source_id: "d", page_size: "10" }];
