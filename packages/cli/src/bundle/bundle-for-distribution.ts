import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Compilation } from "@plainmcp/compiler/internal";
import { type Bundle, bundle } from "./bundle.js";
import { compiledSource } from "./compiled-source.js";
import { nativeAddons } from "./native-addons.js";
import { ownPackages } from "./own-packages.js";
import { transformedSources } from "./transformed-sources.js";
import { typescriptImports } from "./typescript-imports.js";
import { withTexts } from "./with-texts.js";

/** How {@link bundleForDistribution} bundles. */
export interface DistributionOptions {
  readonly transport: "stdio" | "http";
  /** Name of the server's export. */
  readonly exportName: string;
  /** Where the bundle will be written; its source map is relative to it. */
  readonly outfile: string;
  /** Whether to make a source map. @default false */
  readonly sourcemap?: boolean | undefined;
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
}

/** Bundles the user's module, everything it needs and a transport into one module that runs on its own. */
export async function bundleForDistribution(
  file: string,
  compilation: Compilation,
  options: DistributionOptions,
): Promise<Bundle> {
  const { outfile, sourcemap = false } = options;
  const compiled = new Set(compilation.classes.map((entry) => resolve(entry.file)));
  // Nobody wrote the entry, and it has paths of this machine in it.
  const texts = new Map([[join(dirname(file), ENTRY), ""]]);
  const toCompiled = compiledSource(compilation, options.tsconfig);
  const made = await bundle({
    stdin: {
      contents: entryOf(file, options),
      resolveDir: dirname(file),
      sourcefile: ENTRY,
      loader: "js",
    },
    outfile,
    sourcemap,
    tsconfig: options.tsconfig,
    bundlerOptions: compilation.bundlerOptions,
    conditions: ["module"],
    banner: { js: "#!/usr/bin/env node" },
    define: { __filename: "import.meta.filename", __dirname: "import.meta.dirname" },
    plugins: [
      ownPackages({ external: false }),
      typescriptImports(compilation.bundlerOptions),
      nativeAddons(),
      transformedSources({
        isAffected: (path) => compiled.has(path) || /\.[cm]?tsx?$/.test(path),
        transform: (source, path) => {
          texts.set(path, source);
          return toCompiled(source, path);
        },
        compilation,
      }),
    ],
  });
  return { ...made, map: made.map && withTexts(made.map, dirname(outfile), texts) };
}

const ENTRY = "plainmcp-entry.js";

/** The transport comes first, to take over stdout before the user's module can print to it. */
function entryOf(file: string, { transport, exportName }: DistributionOptions): string {
  const run = fileURLToPath(new URL(`../built/${transport}.js`, import.meta.url));
  return [
    `import { run } from ${JSON.stringify(run)};`,
    `import * as module from ${JSON.stringify(file)};`,
    `await run(module[${JSON.stringify(exportName)}]);`,
  ].join("\n");
}
