import type ZodOptions from "./server.js";

type Value = Parameters<ZodOptions["take"]>[0];

export const accepts: readonly Value[] = [
  { target: { kind: "all" } },
  { target: { kind: "id", id: "1" }, limit: 3, mode: "fast" },
];

export const rejects: readonly unknown[] = [{ target: { kind: "id" } }, { target: { kind: "none" } }];
