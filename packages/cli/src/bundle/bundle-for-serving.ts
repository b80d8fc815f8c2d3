import { dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Compilation } from "@plainmcp/compiler/internal";
import { type Bundle, bundle } from "./bundle.js";
import { compiledSource } from "./compiled-source.js";
import { externalDependencies } from "./external-dependencies.js";
import { keepLocation, locationBanner, locationDefines } from "./original-location.js";
import { ownPackages } from "./own-packages.js";
import { REQUIRE_BANNER } from "./require-banner.js";
import { transformedSources } from "./transformed-sources.js";
import { typescriptImports } from "./typescript-imports.js";
import { userCode } from "./user-code.js";

/** How {@link bundleForServing} bundles. */
export interface ServingOptions {
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
}

/**
 * Bundles the user's own modules into one that runs at once, from any folder. Dependencies are loaded from where they
 * are installed.
 */
export function bundleForServing(file: string, compilation: Compilation, options: ServingOptions): Promise<Bundle> {
  const compiled = new Set(compilation.classes.map((entry) => resolve(entry.file)));
  const transform = compiledSource(compilation, options.tsconfig);
  return bundle({
    ...userCode(compilation.bundlerOptions, options.tsconfig),
    entryPoints: [file],
    outfile: file,
    sourceRoot: pathToFileURL(join(dirname(file), sep)).href,
    banner: { js: `${locationBanner}\n${REQUIRE_BANNER}` },
    define: locationDefines,
    sourcemap: "inline",
    plugins: [
      ownPackages(),
      typescriptImports(compilation.bundlerOptions),
      externalDependencies((path) => compiled.has(path)),
      // Every module of the bundle, since the defines apply to all of them.
      transformedSources({
        isAffected: () => true,
        transform: (source, path) => keepLocation(transform(source, path), path),
        compilation,
      }),
    ],
  });
}
