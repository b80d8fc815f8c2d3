import type S3List from "./server.js";

type Value = ReturnType<S3List["give"]>;

export const accepts: readonly Value[] = [
  { $metadata: {}, Name: "b", Contents: [{ Key: "k", LastModified: new Date(0), Size: 3 }] },
];

export const rejects: readonly unknown[] = [{ $metadata: {}, Contents: "none" }];
