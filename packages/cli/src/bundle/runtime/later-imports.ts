import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { bundle, MADE } from "../bundle.js";
import { LATER_MODULES } from "./later-modules.js";
import { type Imported, nameOfModule, resolveImport } from "./own-modules.js";

/**
 * Makes every `import()`, and the imports of {@link LATER_MODULES}, load from the later part of the runtime.
 *
 * @param modules Collects the modules that the part must contain, by path
 */
export function laterImports(modules: Map<string, Imported>): Plugin {
  return {
    name: "plainmcp:later-imports",
    setup(build) {
      build.onResolve({ filter: /./ }, async (args) => {
        const imported = await resolveImport(build, args);
        if (imported === undefined) return undefined;
        const isDynamic = args.kind === "dynamic-import";
        if (!isDynamic && !(await isLater(imported))) return undefined;
        modules.set(imported.path, imported);
        return { path: imported.path, namespace: isDynamic ? WHOLE : FUNCTIONS, pluginData: nameOfLater(imported) };
      });
      build.onLoad({ filter: /./, namespace: WHOLE }, ({ pluginData: name }) => ({
        contents: `module.exports = require(${JSON.stringify(LATER_PART)}).load("${name}");`,
        resolveDir: "/",
      }));
      build.onLoad({ filter: /./, namespace: FUNCTIONS }, async ({ path, pluginData: name }) => ({
        contents: [
          `import { later } from ${JSON.stringify(LATER_PART)};`,
          ...(await exportsOf(path)).map((key) => `export const ${key} = /* @__PURE__ */ later("${name}", "${key}");`),
        ].join("\n"),
        resolveDir: "/",
      }));
    },
  };
}

const WHOLE = `${MADE}later`;
const FUNCTIONS = `${MADE}later-functions`;

/** The module through which a runtime reads its later part. */
export const LATER_PART: string = fileURLToPath(new URL("../../built/later-part.js", import.meta.url));

/** What a module is called in the later part. */
export function nameOfLater(module: Imported): string {
  return `plainmcp:${nameOfModule(module)}`;
}

/** The names that a module exports. */
export async function exportsOf(path: string): Promise<readonly string[]> {
  return (await bundle({ entryPoints: [path], outfile: path, bundle: false })).exportNames;
}

async function isLater(module: Imported): Promise<boolean> {
  const { path, isOurs } = module;
  const name = nameOfModule(module);
  if (!isOurs || !LATER_MODULES.has(name)) return false;
  const [source, keys] = await Promise.all([readFile(path, "utf8"), exportsOf(path)]);
  return keys.every((key) =>
    new RegExp(`\\b(?:function\\*? ?${key}\\(|const ${key}=(?:async ?)?(?:\\(|[\\w$]+=>))`).test(source),
  );
}
