import type MongoUpdate from "./server.js";

type Value = Parameters<MongoUpdate["take"]>[0];

export const accepts: readonly Value[] = [{ $set: { name: "a" } }, { $inc: { age: 1 } }];

export const rejects: readonly unknown[] = [{ $set: 1 }];
