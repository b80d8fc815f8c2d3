import type LambdaResult from "./server.js";

type Value = ReturnType<LambdaResult["give"]>;

export const accepts: readonly Value[] = [{ statusCode: 200, body: "ok", headers: { "x-count": 1 } }];

export const rejects: readonly unknown[] = [{ body: "ok" }];
