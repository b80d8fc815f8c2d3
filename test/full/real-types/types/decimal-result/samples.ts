import type DecimalResult from "./server.js";

type Value = ReturnType<DecimalResult["give"]>;

export const accepts: readonly Value[] = [{ total: "1.10" } as unknown as Value];

export const rejects: readonly unknown[] = [{ total: 1.1 }];
