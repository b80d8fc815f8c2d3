import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Bundle, bundle } from "../bundle.js";
import { bundleLaterPart, type LaterPart } from "./bundle-later-part.js";
import { globalProcess } from "./global-process.js";
import { laterImports } from "./later-imports.js";
import { OUR_CODE } from "./our-code.js";
import { type Imported, ownModules } from "./own-modules.js";

/** What runs in front of the user's code. */
export interface Runtime {
  /** Statements that declare {@link RUNTIME}. They need `require`. */
  readonly code: string;
  /** Absolute paths of the files that it was made from. */
  readonly inputs: readonly string[];
}

/** The constant with `run`, which serves, and `modules`, the provided modules in their order. */
export const RUNTIME = "__plainmcp";

/**
 * Bundles a transport and everything of ours that the user's code imports.
 *
 * What our packages load by `import()`, such as the protocol SDK, is in the result as text, because Node reads text
 * several times faster than code.
 *
 * @param modules Paths of the modules to provide
 */
export async function bundleRuntime(transport: "stdio" | "http", modules: readonly string[]): Promise<Runtime> {
  const later = new Map<string, Imported>();
  const draft = await bundleOurs(transport, modules, later);
  const part = await bundleLaterPart(later, new Set(draft.inputs));
  const made = await bundleOurs(transport, modules, later, part);
  return {
    code: [part.declaration, `const ${RUNTIME} = ((module) => {`, made.code, "return module.exports;", "})({});"].join(
      "\n",
    ),
    inputs: [...made.inputs, ...part.inputs],
  };
}

/** @param later Collects the modules that are loaded by `import()` */
function bundleOurs(
  transport: "stdio" | "http",
  modules: readonly string[],
  later: Map<string, Imported>,
  part?: LaterPart,
): Promise<Bundle> {
  const contents = [
    `export { run } from ${JSON.stringify(join(BUILT, `${transport}.js`))};`,
    `import { begin } from ${JSON.stringify(join(BUILT, `${transport}.js`))};`,
    ...(part?.imports ?? []),
    // It may need the later part.
    "begin();",
    ...modules.map((path, index) => `import * as module${index} from ${JSON.stringify(path)};`),
    `import { withNames } from ${JSON.stringify(join(BUILT, "with-names.js"))};`,
    `export const modules = [${modules.map((_, index) => `withNames(module${index})`).join(", ")}];`,
  ];
  return bundle({
    ...OUR_CODE,
    // Node parses this at every start. The later part keeps its names for stack traces.
    minifyIdentifiers: true,
    stdin: { contents: contents.join("\n"), resolveDir: BUILT, loader: "js" },
    plugins: [globalProcess(), laterImports(later), ownModules()],
  });
}

/** The folder of our code that only built modules run. */
const BUILT = fileURLToPath(new URL("../../built", import.meta.url));
