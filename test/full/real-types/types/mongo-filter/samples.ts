import type MongoFilter from "./server.js";

type Value = Parameters<MongoFilter["take"]>[0];

export const accepts: readonly Value[] = [{ name: "a" }, { age: { $gt: 3 }, $or: [{ name: "a" }, { tags: "b" }] }];

export const rejects: readonly unknown[] = [{ $or: 1 }];
