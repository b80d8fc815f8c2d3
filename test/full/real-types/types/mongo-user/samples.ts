import type MongoUser from "./server.js";

type Value = ReturnType<MongoUser["give"]>;

export const accepts: readonly Value[] = [
  { _id: "507f1f77bcf86cd799439011", name: "a", age: 1, tags: [], joined: new Date(0) } as unknown as Value,
];

export const rejects: readonly unknown[] = [{ name: "a" }];
