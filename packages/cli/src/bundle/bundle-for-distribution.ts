import { dirname, join, resolve } from "node:path";
import type { Compilation } from "@plainmcp/compiler/internal";
import { type Bundle, bundle } from "./bundle.js";
import { compiledSource } from "./compiled-source.js";
import { nativeAddons } from "./native-addons.js";
import { REQUIRE_BANNER } from "./require-banner.js";
import { bundleRuntime, RUNTIME } from "./runtime/bundle-runtime.js";
import { providedPackages } from "./runtime/provided-packages.js";
import { transformedSources } from "./transformed-sources.js";
import { typescriptImports } from "./typescript-imports.js";
import { userCode } from "./user-code.js";
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
  const { outfile, sourcemap = false, tsconfig } = options;
  const compiled = new Set(compilation.classes.map((entry) => resolve(entry.file)));
  // Nobody wrote the entry, and it has paths of this machine in it.
  const texts = new Map([[join(dirname(file), ENTRY), ""]]);
  const provided = new Set<string>();
  const toCompiled = compiledSource(compilation, tsconfig);
  const server = await bundle({
    ...userCode(compilation.bundlerOptions, tsconfig, ["module"]),
    stdin: {
      contents: entryOf(file, options.exportName),
      resolveDir: dirname(file),
      sourcefile: ENTRY,
      loader: "js",
    },
    outfile,
    sourcemap,
    define: { __filename: "import.meta.filename", __dirname: "import.meta.dirname" },
    plugins: [
      providedPackages(provided),
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
  const runtime = await bundleRuntime(options.transport, [...provided]);
  const head = ["#!/usr/bin/env node", REQUIRE_BANNER, runtime.code, ""].join("\n");
  return {
    ...server,
    code: head + server.code,
    map:
      server.map &&
      withTexts(server.map, { folder: dirname(outfile), texts, linesBefore: head.split("\n").length - 1 }),
    inputs: [...server.inputs, ...runtime.inputs],
  };
}

const ENTRY = "plainmcp-entry.js";

/** The runtime has taken over stdout before the user's module can print to it. */
function entryOf(file: string, exportName: string): string {
  return [
    `import * as module from ${JSON.stringify(file)};`,
    `await ${RUNTIME}.run(module[${JSON.stringify(exportName)}]);`,
  ].join("\n");
}
