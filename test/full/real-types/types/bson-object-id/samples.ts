import type BsonObjectId from "./server.js";

type Value = ReturnType<BsonObjectId["give"]>;

export const accepts: readonly Value[] = [{ _id: "507f1f77bcf86cd799439011", name: "a" } as unknown as Value];

export const rejects: readonly unknown[] = [{ _id: 1, name: "a" }];
