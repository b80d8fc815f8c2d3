import type { Plugin } from "esbuild";
import { MADE } from "../bundle.js";
import { OWN_PACKAGES, resolveOwn } from "../own-packages.js";
import { RUNTIME } from "./bundle-runtime.js";
import { exportsOf } from "./later-imports.js";
import { moduleOf } from "./own-modules.js";

/**
 * Takes our packages from the runtime, which is in front of the bundle.
 *
 * @param modules Collects the paths of the modules that the runtime must provide
 */
export function providedPackages(modules: Set<string>): Plugin {
  return {
    name: "plainmcp:provided-packages",
    setup(build) {
      build.onResolve({ filter: OWN_PACKAGES }, ({ path }) => {
        return resolveOwn(path, (url) => {
          modules.add(moduleOf(url));
          return { path, namespace: PROVIDED };
        });
      });
      build.onLoad({ filter: /./, namespace: PROVIDED }, async ({ path }) => {
        const file = moduleOf(import.meta.resolve(path));
        const index = [...modules].indexOf(file);
        return { contents: `export const { ${(await exportsOf(file)).join(", ")} } = ${RUNTIME}.modules[${index}];` };
      });
    },
  };
}

const PROVIDED = `${MADE}provided`;
