import type TypeFestReadonlyDeep from "./server.js";

type Value = Parameters<TypeFestReadonlyDeep["take"]>[0];

export const accepts: readonly Value[] = [
  { theme: { colours: { primary: "red", list: ["a"] }, sizes: new Map([["s", 1]]) }, since: new Date(0) },
];

export const rejects: readonly unknown[] = [
  { theme: { colours: { primary: "red", list: ["a"] }, sizes: 1 }, since: "2026-01-02T03:04:05Z" },
];
