import type GraphqlFormattedResult from "./server.js";

type Value = ReturnType<GraphqlFormattedResult["give"]>;

export const accepts: readonly Value[] = [
  { data: { a: 1 } },
  { errors: [{ message: "m", path: ["a", 0], locations: [{ line: 1, column: 2 }] }] },
];

export const rejects: readonly unknown[] = [{ errors: [{}] }];
