import type TypeFestPartialDeep from "./server.js";

type Value = Parameters<TypeFestPartialDeep["take"]>[0];

export const accepts: readonly Value[] = [{}, { inner: { list: [{ b: 1 }] }, at: new Date(0) }];

export const rejects: readonly unknown[] = [{ id: "1" }, { inner: { list: [{}] } }];
