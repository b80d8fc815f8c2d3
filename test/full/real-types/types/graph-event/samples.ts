import type GraphEvent from "./server.js";

type Value = ReturnType<GraphEvent["give"]>;

export const accepts: readonly Value[] = [
  { subject: "s", start: { dateTime: "2026-01-02T03:04:05", timeZone: "UTC" } },
];

export const rejects: readonly unknown[] = [{ subject: 1 }];
