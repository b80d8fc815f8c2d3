import type LambdaS3Event from "./server.js";

type Value = Parameters<LambdaS3Event["take"]>[0];

export const accepts: readonly Value[] = [{ Records: [] }];

export const rejects: readonly unknown[] = [{ Records: [{ eventName: "put" }] }, {}];
