import { dirname } from "node:path";
import type { Plugin } from "esbuild";
import { bundle } from "../bundle.js";
import { RESOLVING } from "../plugin-data.js";
import { LATER_PART } from "./later-imports.js";
import { OUR_CODE } from "./our-code.js";

/** The modules of a runtime that it compiles when it needs them. */
export interface LaterPart {
  /** Statements for the entry of the runtime. */
  readonly imports: readonly string[];
  /** The statement with the text of the part, for a place before the runtime. */
  readonly declaration: string;
  /** Absolute paths of the files that the part was made from. */
  readonly inputs: readonly string[];
}

/**
 * Makes the later part of a runtime.
 *
 * @param modules What the runtime loads by `import()`, in the order of its numbers
 * @param present The files that are in the runtime already, which the part takes from there
 */
export async function bundleLaterPart(modules: readonly string[], present: ReadonlySet<string>): Promise<LaterPart> {
  const shared = new Set<string>();
  const list = modules.map((path) => `() => require(${JSON.stringify(path)})`).join(", ");
  const { code, inputs } = await bundle({
    ...OUR_CODE,
    stdin: { contents: `module.exports = [${list}];`, resolveDir: dirname(LATER_PART), loader: "js" },
    plugins: [sharedModules(present, shared)],
  });
  const names = [...shared];
  return {
    imports: [
      `import { provide } from ${JSON.stringify(LATER_PART)};`,
      ...names.map((path, index) => `import * as shared${index} from ${JSON.stringify(path)};`),
      `provide(${TEXT}, require, { ${names.map((_, index) => `"${nameOf(index)}": shared${index}`).join(", ")} });`,
    ],
    declaration: `function ${TEXT}() { return ${JSON.stringify(code)}; }`,
    inputs,
  };
}

/** The function that returns the text. No other name in the bundle begins like this. */
const TEXT = "__plainmcp_later_part";

/** Leaves out the modules that are in the rest of the runtime, so that they run once. @param shared Collects their paths */
function sharedModules(present: ReadonlySet<string>, shared: Set<string>): Plugin {
  return {
    name: "plainmcp:shared-modules",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === RESOLVING) return undefined;
        const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
        if (resolved.external || !present.has(resolved.path)) return undefined;
        shared.add(resolved.path);
        return { path: nameOf([...shared].indexOf(resolved.path)), external: true };
      });
    },
  };
}

function nameOf(index: number): string {
  return `plainmcp:${index}`;
}
