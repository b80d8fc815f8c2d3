import { dirname } from "node:path";
import type { Plugin } from "esbuild";
import { bundle, bundleEach } from "../bundle.js";
import { globalProcess } from "./global-process.js";
import { exportsOf, LATER_PART, nameOfLater } from "./later-imports.js";
import { OUR_CODE } from "./our-code.js";
import { type Imported, ownModules, resolveImport } from "./own-modules.js";

/** The modules of a runtime that it compiles when it needs them. */
export interface LaterPart {
  /** Statements for the entry of the runtime. */
  readonly imports: readonly string[];
  /** The statement with the texts of the part, for a place before the runtime. */
  readonly declaration: string;
  /** Absolute paths of the files that the part was made from. */
  readonly inputs: readonly string[];
}

/**
 * Makes the later part of a runtime: our modules one by one, so that each is compiled when it is needed, and all packages
 * from elsewhere together, because they share code.
 *
 * @param modules What the runtime loads from the part
 * @param present The files that are in the runtime already, which the part takes from there
 */
export async function bundleLaterPart(
  modules: ReadonlyMap<string, Imported>,
  present: ReadonlySet<string>,
): Promise<LaterPart> {
  const links: Links = { present, ours: new Map(), shared: new Map(), packages: new Map() };
  for (const module of modules.values()) link(module, links);
  const parts: Part[] = [];
  while (parts.length < links.ours.size) {
    parts.push(...(await bundleModules([...links.ours.values()].slice(parts.length), links)));
  }
  // Always in the same order, whichever was ready first. The packages come last, since they are rarely looked for.
  parts.sort(({ name: one }, { name: other }) => (one < other ? -1 : 1));
  parts.push(...(await bundlePackages(inOrder(links.packages))));
  const shared = await Promise.all(inOrder(links.shared).map(withExports));
  return {
    imports: [
      `import { provide } from ${JSON.stringify(LATER_PART)};`,
      ...shared.map(({ module: { path }, keys }, index) => {
        return `import { ${keys.map((key) => `${key} as ${key}${index}`).join(", ")} } from ${JSON.stringify(path)};`;
      }),
      `provide(${TEXT}, require, {`,
      ...shared.map(({ module, keys }, index) => {
        return `"${nameOfLater(module)}": () => ({ ${keys.map((key) => `${key}: ${key}${index}`).join(", ")} }),`;
      }),
      "});",
    ],
    declaration: `const ${TEXT} = {\n${parts.map(toMember).join(",\n")}\n};`,
    inputs: parts.flatMap(({ inputs }) => inputs),
  };
}

/** The constant with the texts. No other name in the bundle begins like this. */
const TEXT = "__plainmcp_later_part";

interface Part {
  readonly name: string;
  readonly code: string;
  readonly inputs: readonly string[];
}

/** What the modules of the part import, by path. */
interface Links {
  readonly present: ReadonlySet<string>;
  readonly ours: Map<string, Imported>;
  readonly shared: Map<string, Imported>;
  readonly packages: Map<string, Imported>;
}

function link(module: Imported, { present, ours, shared, packages }: Links): void {
  const kind = present.has(module.path) ? shared : module.isOurs ? ours : packages;
  kind.set(module.path, module);
}

function inOrder(modules: ReadonlyMap<string, Imported>): readonly Imported[] {
  return [...modules.values()].sort(({ path: one }, { path: other }) => (one < other ? -1 : 1));
}

async function withExports(module: Imported) {
  return { module, keys: await exportsOf(module.path) };
}

function toMember({ name, code }: Part): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(code.trimEnd())}`;
}

async function bundleModules(modules: readonly Imported[], links: Links): Promise<readonly Part[]> {
  const paths = modules.map(({ path }) => path);
  const bundles = await bundleEach(paths, {
    ...OUR_CODE,
    // It becomes `require`, as for all other imports.
    supported: { "dynamic-import": false },
    plugins: [linkedModules(links), globalProcess(), ownModules()],
  });
  return bundles.map(({ code, inputs }, index) => ({ name: nameOfLater(modules[index] as Imported), code, inputs }));
}

/** Leaves what a module imports to the part, or to the runtime. */
function linkedModules(links: Links): Plugin {
  return {
    name: "plainmcp:linked-modules",
    setup(build) {
      build.onResolve({ filter: /./ }, async (args) => {
        const imported = await resolveImport(build, args);
        if (imported === undefined) return undefined;
        link(imported, links);
        return { path: nameOfLater(imported), external: true };
      });
    },
  };
}

async function bundlePackages(modules: readonly Imported[]): Promise<readonly Part[]> {
  if (modules.length === 0) return [];
  const name = "plainmcp:packages";
  const list = modules.map(({ path }) => `() => require(${JSON.stringify(path)})`).join(", ");
  const { code, inputs } = await bundle({
    ...OUR_CODE,
    stdin: { contents: `module.exports = [${list}];`, resolveDir: dirname(LATER_PART), loader: "js" },
  });
  const entries = modules.map((module, index): Part => {
    return { name: nameOfLater(module), code: `module.exports = require("${name}")[${index}]();`, inputs: [] };
  });
  return [...entries, { name, code, inputs }];
}
