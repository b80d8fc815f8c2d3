import type TypeFestJson from "./server.js";

type Value = Parameters<TypeFestJson["take"]>[0];

export const accepts: readonly Value[] = [null, [1, { a: "b" }], "text"];
