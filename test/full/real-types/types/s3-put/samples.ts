import type S3Put from "./server.js";

type Value = Parameters<S3Put["take"]>[0];

export const accepts: readonly Value[] = [{ Bucket: "b", Key: "k", Body: "text" }];

export const rejects: readonly unknown[] = [{ Bucket: "b" }];
