import { resolve } from "node:path";
import type { BundlerOptions } from "@plainmcp/compiler";
import type { Plugin } from "esbuild";

/** Takes for each import of the user's sources the file that TypeScript took, whatever in the tsconfig led there. */
export function typescriptImports({ imports }: BundlerOptions): Plugin {
  const targets = new Map(
    Object.entries(imports).map(([file, targets]) => [resolve(file), new Map(Object.entries(targets))]),
  );
  return {
    name: "plainmcp:typescript-imports",
    setup(build) {
      build.onResolve({ filter: /./ }, ({ importer, path }) => {
        const target = targets.get(importer)?.get(path);
        return target === undefined ? undefined : { path: resolve(target) };
      });
    },
  };
}
