import type VegaLiteChart from "./server.js";

type Value = Parameters<VegaLiteChart["take"]>[0];

export const accepts: readonly Value[] = [
  {
    data: { values: [{ a: 1 }] },
    mark: "bar",
    encoding: { x: { field: "a", type: "quantitative" }, y: { aggregate: "count" } },
  },
];

export const rejects: readonly unknown[] = [
  { data: 1, mark: "bar" },
  { data: { url: "a" }, mark: "bra", encoding: {} },
];
