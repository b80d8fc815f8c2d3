import type ElasticQuery from "./server.js";

type Value = Parameters<ElasticQuery["take"]>[0];

export const accepts: readonly Value[] = [
  { match_all: {} },
  {
    bool: {
      must: [{ match: { title: "a" } }, { term: { kind: { value: "b" } } }],
      filter: { range: { age: { gte: 1 } } },
    },
  },
];

export const rejects: readonly unknown[] = [{ bool: { must: 1 } }];
