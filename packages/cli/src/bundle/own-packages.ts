import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/**
 * Resolves our packages to the copies that this command itself uses, so that the server and the transport always agree
 * on the manifest, whatever is installed next to the user's file.
 */
export function ownPackages(options: { readonly external: boolean }): Plugin {
  return {
    name: "plainmcp:own-packages",
    setup(build) {
      build.onResolve({ filter: /^@plainmcp\/(core|transport-http|transport-stdio)(\/|$)/ }, ({ path }) => {
        try {
          const url = import.meta.resolve(path);
          return options.external ? { path: url, external: true } : { path: fileURLToPath(url) };
        } catch (error) {
          return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
        }
      });
    },
  };
}
