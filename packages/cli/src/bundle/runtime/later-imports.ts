import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
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
        const isLater = imported.isOurs && LATER_MODULES.has(nameOfModule(imported));
        if (!isDynamic && !isLater) return undefined;
        modules.set(imported.path, imported);
        return { path: imported.path, namespace: isDynamic ? WHOLE : MEMBERS, pluginData: nameOfLater(imported) };
      });
      build.onLoad({ filter: /./, namespace: WHOLE }, ({ pluginData: name }) => ({
        contents: `module.exports = require(${JSON.stringify(LATER_PART)}).load("${name}");`,
        resolveDir: dirname(LATER_PART),
      }));
      build.onLoad({ filter: /./, namespace: MEMBERS }, async ({ path, pluginData: name }) => {
        const [source, keys] = [await readFile(path, "utf8"), await exportsOf(path)];
        const members = keys.map((key) => {
          return `export const ${key} = ${standInFor(key, source, name)};`;
        });
        const head = `import { later, laterClass } from ${JSON.stringify(LATER_PART)};`;
        return { contents: [head, ...members].join("\n"), resolveDir: dirname(LATER_PART) };
      });
    },
  };
}

const WHOLE = `${MADE}later`;
const MEMBERS = `${MADE}later-members`;

/** The module through which a runtime reads its later part. */
export const LATER_PART: string = fileURLToPath(new URL("../../built/later-part.js", import.meta.url));

/** What a module is called in the later part. */
export function nameOfLater(module: Imported): string {
  return `plainmcp:${nameOfModule(module)}`;
}

const known = new Map<string, Promise<readonly string[]>>();

/** The names that a module exports. */
export function exportsOf(path: string): Promise<readonly string[]> {
  const keys = known.get(path) ?? findExports(path);
  known.set(path, keys);
  return keys;
}

async function findExports(path: string): Promise<readonly string[]> {
  // Our own modules have one list of exports at their end. esbuild would take a hundred times longer to find it.
  const [, list] = /export ?\{([^{}]*)\};?\s*$/.exec(await readFile(path, "utf8")) ?? [];
  if (list === undefined) return (await bundle({ entryPoints: [path], outfile: path, bundle: false })).exportNames;
  return list.split(",").map((one) => one.trim().split(" as ").at(-1) as string);
}

/** What stands for an export of a module until somebody uses it. */
function standInFor(key: string, source: string, name: string): string {
  const find = (pattern: string) => new RegExp(`\\b${pattern}`).exec(source);
  const load = (by: string) => `/* @__PURE__ */ ${by}("${name}", "${key}")`;
  if (find(`function\\*? ?${key}\\(`) || find(`const ${key}=(?:async ?)?(?:\\(|[\\w$]+=>)`)) return load("later");
  if (find(`class ${key}\\b`)) return load("laterClass");
  const [, constant] = find(`const ${key}=("[^"]*"|[\\d.e]+);`) ?? [];
  if (constant !== undefined) return constant;
  throw new Error(`${key} is no function, class or constant, so its module cannot be loaded later`);
}
