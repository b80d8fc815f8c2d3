import type GraphqlResult from "./server.js";

type Value = ReturnType<GraphqlResult["give"]>;

export const accepts: readonly Value[] = [{ data: { a: 1 } }, { data: null }];

export const rejects: readonly unknown[] = [{ errors: 1 }];
