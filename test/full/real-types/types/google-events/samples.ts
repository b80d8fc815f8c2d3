import type GoogleEvents from "./server.js";

type Value = ReturnType<GoogleEvents["give"]>;

export const accepts: readonly Value[] = [{ items: [{ summary: "s" }] }];

export const rejects: readonly unknown[] = [{ items: {} }];
