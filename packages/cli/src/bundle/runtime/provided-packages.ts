import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { bundle, MADE } from "../bundle.js";
import { OWN_PACKAGES, resolveOwn } from "../own-packages.js";
import { RUNTIME } from "./bundle-runtime.js";

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
          modules.add(fileURLToPath(url));
          return { path, namespace: PROVIDED };
        });
      });
      build.onLoad({ filter: /./, namespace: PROVIDED }, async ({ path }) => {
        const file = fileURLToPath(import.meta.resolve(path));
        const { exportNames } = await bundle({ entryPoints: [file], outfile: file, bundle: false });
        const index = [...modules].indexOf(file);
        return { contents: `export const { ${exportNames.join(", ")} } = ${RUNTIME}.modules[${index}];` };
      });
    },
  };
}

const PROVIDED = `${MADE}provided`;
