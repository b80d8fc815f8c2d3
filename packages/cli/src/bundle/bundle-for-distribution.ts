import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Compilation } from "@plainmcp/compiler";
import { type Bundle, bundle } from "./bundle.js";
import { compiledSource } from "./compiled-source.js";
import { nativeAddons } from "./native-addons.js";
import { ownPackages } from "./own-packages.js";
import { transformedSources } from "./transformed-sources.js";

/** How {@link bundleForDistribution} bundles. */
export interface DistributionOptions {
  readonly transport: "stdio" | "http";
  /** Name of the server's export. */
  readonly exportName: string;
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
}

/** The user's module, everything it needs and a transport in one module that runs alone. */
export function bundleForDistribution(
  file: string,
  compilation: Compilation,
  options: DistributionOptions,
): Promise<Bundle> {
  const compiled = new Set(compilation.classes.map((entry) => resolve(entry.file)));
  return bundle({
    stdin: {
      contents: entryOf(file, options),
      resolveDir: dirname(file),
      sourcefile: "plainmcp-entry.js",
      loader: "js",
    },
    tsconfig: options.tsconfig,
    banner: { js: "#!/usr/bin/env node" },
    define: { __filename: "import.meta.filename", __dirname: "import.meta.dirname" },
    plugins: [
      ownPackages({ external: false }),
      nativeAddons(),
      transformedSources(
        (path) => compiled.has(path) || /\.[cm]?tsx?$/.test(path),
        compiledSource(compilation, options.tsconfig),
      ),
    ],
  });
}

/** The transport comes first: it takes stdout away before the user's module can print on it. */
function entryOf(file: string, { transport, exportName }: DistributionOptions): string {
  const run = fileURLToPath(new URL(`../built/${transport}.js`, import.meta.url));
  return [
    `import { run } from ${JSON.stringify(run)};`,
    `import * as module from ${JSON.stringify(file)};`,
    `await run(module[${JSON.stringify(exportName)}]);`,
  ].join("\n");
}
