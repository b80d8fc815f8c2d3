import type LuxonDateTime from "./server.js";

type Value = ReturnType<LuxonDateTime["give"]>;

export const accepts: readonly Value[] = [{ at: "2026-01-02T03:04:05.000Z" } as unknown as Value];

export const rejects: readonly unknown[] = [{ at: 1 }];
