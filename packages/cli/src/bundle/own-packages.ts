import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { OnResolveResult, Plugin } from "esbuild";
import { MADE } from "./bundle.js";

/**
 * Leaves our packages to the copies that this command itself uses, so that the server and the transport always agree on
 * the manifest, whatever is installed next to the user's file.
 */
export function ownPackages(): Plugin {
  return {
    name: "plainmcp:own-packages",
    setup(build) {
      build.onResolve({ filter: OWN_PACKAGES }, ({ path, kind }) => {
        return resolveOwn(path, (url) => {
          // They are ES modules, which code that calls `require` can only get from one in the bundle.
          return kind === "require-call" ? { path: url, namespace: REQUIRED } : { path: url, external: true };
        });
      });
      build.onLoad({ filter: /./, namespace: REQUIRED }, ({ path }) => ({
        contents: `export * from ${JSON.stringify(path)};`,
        resolveDir: dirname(fileURLToPath(path)),
      }));
      build.onResolve({ filter: /^file:/, namespace: REQUIRED }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** The imports that mean our packages. */
export const OWN_PACKAGES: RegExp = /^@plainmcp\/(core|transport-http|transport-stdio)(\/|$)/;

/** Resolves an import of our packages for a bundler. */
export function resolveOwn(specifier: string, toResult: (url: string) => OnResolveResult): OnResolveResult {
  try {
    return toResult(import.meta.resolve(specifier));
  } catch (error) {
    return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
  }
}

const REQUIRED = `${MADE}required`;
