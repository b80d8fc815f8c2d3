import type DrizzleInsert from "./server.js";

type Value = Parameters<DrizzleInsert["take"]>[0];

export const accepts: readonly Value[] = [
  { mail: "a@b.c" },
  { mail: "a@b.c", role: "admin", age: null, settings: { theme: "dark" }, joined: new Date(0) },
];

export const rejects: readonly unknown[] = [{}, { mail: "a@b.c", role: "root" }, { mail: "a@b.c", settings: {} }];
