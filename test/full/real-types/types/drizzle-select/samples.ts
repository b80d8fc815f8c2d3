import type DrizzleSelect from "./server.js";

type Value = ReturnType<DrizzleSelect["give"]>;

export const accepts: readonly Value[] = [
  { id: 1, mail: "a@b.c", balance: "1.10", visits: 5n, age: null, settings: { a: [1] }, joined: new Date(0) },
];

export const rejects: readonly unknown[] = [{ id: 1 }];
