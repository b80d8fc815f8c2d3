import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OnResolveArgs, Plugin, PluginBuild } from "esbuild";
import { OWN_PACKAGES, resolveOwn } from "../own-packages.js";
import { RESOLVING } from "../plugin-data.js";

/** A module that another one imports. */
export interface Imported {
  readonly path: string;
  /** Whether it is one of ours, and not of a package from elsewhere. */
  readonly isOurs: boolean;
}

/** Finds our packages module by module, as they are published beside the bundles that their entries are. */
export function ownModules(): Plugin {
  return {
    name: "plainmcp:own-modules",
    setup(build) {
      build.onResolve({ filter: OWN_PACKAGES }, ({ path }) => resolveOwn(path, (url) => ({ path: moduleOf(url) })));
    },
  };
}

/** The module from which an entry of our packages was made. */
export function moduleOf(url: string): string {
  return fileURLToPath(url.replace(/\/dist\/(?!.*\/dist\/)/, "/dist/modules/"));
}

/** Finds what a module imports; `undefined` for Node's own modules, and if it cannot be found. */
export async function resolveImport(build: PluginBuild, args: OnResolveArgs): Promise<Imported | undefined> {
  const { path, kind, importer, resolveDir, pluginData } = args;
  if (kind === "entry-point" || pluginData === RESOLVING || isBuiltin(path)) return undefined;
  // Most imports are of this kind, and esbuild would take milliseconds for each.
  if (path.startsWith(".") && OURS.test(importer)) {
    // When the command runs from its source, so do the modules that only built modules run.
    const file = importer.endsWith(".ts") ? path.replace(/\.js$/, ".ts") : path;
    return { path: join(resolveDir, file), isOurs: true };
  }
  const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
  if (resolved.errors.length > 0 || resolved.namespace !== "file") return undefined;
  return { path: resolved.path, isOurs: path.startsWith(".") || OWN_PACKAGES.test(path) };
}

/** What a module is called, wherever it is installed, such as `core/tasks/tasks`. */
export function nameOfModule({ path, isOurs }: Imported): string {
  const [, folder = "", file = path] = (isOurs ? OURS : OTHERS).exec(path.replaceAll("\\", "/")) ?? [];
  return `${folder}/${file.replace(/\.[cm]?[jt]s$/, "")}`;
}

const OURS = /.*\/([^/]+)\/(?:dist\/modules|dist|src)\/(.+)$/;
const OTHERS = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/;
