import type ZodJson from "./server.js";

type Value = Parameters<ZodJson["take"]>[0];

export const accepts: readonly Value[] = [null, [1, { a: "b" }], "text"];
