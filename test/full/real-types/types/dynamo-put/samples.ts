import type DynamoPut from "./server.js";

type Value = Parameters<DynamoPut["take"]>[0];

export const accepts: readonly Value[] = [
  {
    TableName: "t",
    Item: {
      id: { S: "1" },
      data: { B: new Uint8Array([1, 2, 255]) },
      list: { L: [{ N: "1" }, { NULL: true }] },
      map: { M: { deep: { SS: ["a"] } } },
    },
  },
];

export const rejects: readonly unknown[] = [
  { TableName: "t", Item: { id: "1" } },
  { TableName: "t", Item: { id: { S: 1 } } },
];
