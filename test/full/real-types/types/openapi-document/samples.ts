import type OpenapiDocument from "./server.js";

type Value = Parameters<OpenapiDocument["take"]>[0];

export const accepts: readonly Value[] = [
  {
    openapi: "3.0.0",
    info: { title: "t", version: "1" },
    paths: { "/a": { get: { responses: { 200: { description: "ok" } } } } },
  },
];

export const rejects: readonly unknown[] = [{ openapi: "3.0.0", info: {}, paths: {} }];
