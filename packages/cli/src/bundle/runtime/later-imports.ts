import { isBuiltin } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { MADE } from "../bundle.js";
import { RESOLVING } from "../plugin-data.js";

/**
 * Makes every `import()` load from the later part of the runtime.
 *
 * @param modules Collects the paths of the imported modules, which the part must contain in this order
 */
export function laterImports(modules: Set<string>): Plugin {
  return {
    name: "plainmcp:later-imports",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind !== "dynamic-import" || pluginData === RESOLVING || isBuiltin(path)) return undefined;
        const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
        if (resolved.errors.length > 0) return { errors: resolved.errors };
        modules.add(resolved.path);
        return { path: String([...modules].indexOf(resolved.path)), namespace: LATER };
      });
      build.onLoad({ filter: /./, namespace: LATER }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(LATER_PART)}).load(${path});`,
        resolveDir: dirname(LATER_PART),
      }));
    },
  };
}

const LATER = `${MADE}later`;

/** The module through which a runtime reads its later part. */
export const LATER_PART: string = fileURLToPath(new URL("../../built/later-part.js", import.meta.url));
