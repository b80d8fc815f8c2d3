import { resolve } from "node:path";
import type { BundlerOptions } from "@plainmcp/compiler/internal";
import type { Plugin } from "esbuild";
import { RESOLVING, TOLD } from "./plugin-data.js";

/** Resolves each import in the user's sources to the file that TypeScript found, whatever option led there. */
export function typescriptImports({ imports }: BundlerOptions): Plugin {
  const targets = new Map(
    Object.entries(imports).map(([file, targets]) => [resolve(file), new Map(Object.entries(targets))]),
  );
  return {
    name: "plainmcp:typescript-imports",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ importer, path, kind, resolveDir, pluginData, with: attributes }) => {
        const target = pluginData === RESOLVING ? undefined : targets.get(importer)?.get(path);
        if (target === undefined) return undefined;
        const own = await build.resolve(path, { kind, importer, resolveDir, with: attributes, pluginData: RESOLVING });
        return own.path === resolve(target) ? undefined : { path: resolve(target), pluginData: TOLD };
      });
    },
  };
}
