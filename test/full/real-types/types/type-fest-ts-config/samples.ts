import type TypeFestTsConfig from "./server.js";

type Value = Parameters<TypeFestTsConfig["take"]>[0];

export const accepts: readonly Value[] = [
  { extends: "./base.json", files: ["a.ts"], references: [{ path: "../other" }] },
  { compilerOptions: { target: "ES2022", strict: true, paths: { "a/*": ["b/*"] } }, files: ["a.ts"] },
];

export const rejects: readonly unknown[] = [
  { compilerOptions: { strict: "yes" } },
  { files: "a.ts" },
  { compilerOptions: { strcit: true } },
];
