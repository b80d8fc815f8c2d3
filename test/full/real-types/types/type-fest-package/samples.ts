import type TypeFestPackage from "./server.js";

type Value = Parameters<TypeFestPackage["take"]>[0];

export const accepts: readonly Value[] = [
  {
    name: "a",
    version: "1.0.0",
    scripts: { test: "t" },
    exports: { ".": { import: "./a.js", default: null } },
    author: "A",
    bin: { a: "./a.js" },
  },
];

export const rejects: readonly unknown[] = [{ name: 1 }, { dependencies: { a: 1 } }];
