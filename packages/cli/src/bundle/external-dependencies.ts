import { isBuiltin } from "node:module";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { RESOLVING } from "./plugin-data.js";

/**
 * Leaves what is installed in `node_modules` to Node, by absolute address, so that the bundle can be anywhere and
 * packages load as always. What Node cannot read, such as TypeScript, is bundled all the same.
 */
export function externalDependencies(isCompiled: (file: string) => boolean): Plugin {
  return {
    name: "plainmcp:external-dependencies",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async (args) => {
        if (args.kind === "entry-point" || args.pluginData === RESOLVING || isBuiltin(args.path)) return undefined;
        const resolved = await resolve(build, args);
        if (resolved.errors.length > 0 || resolved.external || !isForNode(resolved.path)) return undefined;
        return isCompiled(resolved.path) ? undefined : { path: addressOf(resolved.path, args), external: true };
      });
    },
  };
}

function resolve(build: PluginBuild, { path, kind, importer, resolveDir, with: attributes }: OnResolveArgs) {
  return build.resolve(path, { kind, importer, resolveDir, with: attributes, pluginData: RESOLVING });
}

function isForNode(file: string): boolean {
  return file.includes(`${sep}node_modules${sep}`) && /\.([cm]?js|node)$/.test(file);
}

/** Imports take URLs, which is the only absolute form Windows accepts; `require` takes paths. */
function addressOf(file: string, { kind }: OnResolveArgs): NonNullable<OnResolveResult["path"]> {
  return kind === "require-call" || kind === "require-resolve" ? file : pathToFileURL(file).href;
}
