import type TypiaOrder from "./server.js";

type Value = Parameters<TypiaOrder["take"]>[0];

export const accepts: readonly Value[] = [{ amount: 1, mail: "a@b.c", ids: ["abc"] }];

export const rejects: readonly unknown[] = [{ amount: "1", mail: "a@b.c", ids: ["abc"] }];
