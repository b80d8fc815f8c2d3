import type ZodOrder from "./server.js";

type Value = Parameters<ZodOrder["take"]>[0];

export const accepts: readonly Value[] = [
  {
    id: "1",
    lines: [{ sku: "a", count: 1 }],
    placed: new Date(0),
    total: 5n,
    note: null,
    status: "open",
    by: { a: 1 },
  },
];

export const rejects: readonly unknown[] = [
  { id: "1" },
  { id: "1", lines: [{}], placed: "2026-01-02T03:04:05Z", total: "5", status: "open", by: {} },
  { id: "1", lines: [], placed: "soon", total: "5", status: "open", by: {} },
];
