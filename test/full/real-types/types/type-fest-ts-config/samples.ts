import type TypeFestTsConfig from "./server.js";

type Value = Parameters<TypeFestTsConfig["take"]>[0];

export const accepts: readonly Value[] = [
  { extends: "./base.json", files: ["a.ts"], references: [{ path: "../other" }] },
];

export const rejects: readonly unknown[] = [{ compilerOptions: { strict: "yes" } }, { files: "a.ts" }];
