import type TypeFestExactlyOne from "./server.js";

type Value = Parameters<TypeFestExactlyOne["take"]>[0];

export const accepts: readonly Value[] = [
  { id: 1, depth: 0 },
  { name: "a", depth: 0 },
];

export const rejects: readonly unknown[] = [{ depth: 0 }, { id: 1, name: "a", depth: 0 }];
