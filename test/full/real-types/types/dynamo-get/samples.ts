import type DynamoGet from "./server.js";

type Value = ReturnType<DynamoGet["give"]>;

export const accepts: readonly Value[] = [
  { $metadata: { httpStatusCode: 200 }, Item: { id: { S: "1" }, data: { B: new Uint8Array([1, 2, 255]) } } },
];

export const rejects: readonly unknown[] = [{ Item: {} }];
