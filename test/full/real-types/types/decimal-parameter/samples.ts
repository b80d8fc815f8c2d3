import type DecimalParameter from "./server.js";

type Value = Parameters<DecimalParameter["take"]>[0];

export const accepts: readonly Value[] = [{ d: [1], e: 0, s: 1 } as Value];

export const rejects: readonly unknown[] = ["1.10", { d: [1] }];
