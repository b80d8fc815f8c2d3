import type ZodCategory from "./server.js";

type Value = Parameters<ZodCategory["take"]>[0];

export const accepts: readonly Value[] = [{ name: "a", children: [{ name: "b", children: [] }] }];

export const rejects: readonly unknown[] = [{ name: "a", children: [{ name: "b" }] }];
