import { resolve } from "node:path";
import type { BundlerOptions } from "@plainmcp/compiler/internal";
import { type BuildFailure, type BuildOptions, build, formatMessages } from "esbuild";
import { colorsFor } from "../terminal/colors.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";

/** One ES module made of many. */
export interface Bundle {
  readonly code: string;
  /** Its source map as JSON, if a separate one was asked for. */
  readonly map: string | undefined;
  /** Names that the entry exports. */
  readonly exportNames: readonly string[];
  /** Absolute paths of the files that it was made from. */
  readonly inputs: readonly string[];
}

/** How {@link bundle} bundles. */
export interface BundleOptions extends Omit<BuildOptions, "tsconfig"> {
  /** @default the nearest tsconfig.json of each module, unless the compiler took another one */
  readonly tsconfig?: string | undefined;
  /** What the compiler found in the tsconfig. */
  readonly bundlerOptions: BundlerOptions;
}

/** Gives CommonJS code inside the bundle the `require` it expects. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/**
 * Bundles for the oldest Node that we support, with decorators lowered, as the user's tsconfig says.
 * Throws an {@link ExitError} with code frames if something cannot be bundled.
 */
export async function bundle(options: BundleOptions): Promise<Bundle> {
  const { banner, bundlerOptions, conditions = [], tsconfig, ...others } = options;
  const { jsx, tsconfig: compiledBy = tsconfig } = bundlerOptions;
  const result = await build({
    ...others,
    ...(compiledBy !== undefined && { tsconfig: compiledBy }),
    ...(jsx && { jsx }),
    conditions: [...conditions, ...bundlerOptions.conditions],
    banner: { js: [banner?.js, REQUIRE].filter(Boolean).join("\n") },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.11",
    keepNames: true,
    metafile: true,
    write: false,
    logLevel: "silent",
  }).catch(explainFailure);
  const isMap = (path: string) => path.endsWith(".map");
  const [output] = Object.entries(result.metafile.outputs).filter(([path]) => !isMap(path));
  return {
    code: result.outputFiles.find(({ path }) => !isMap(path))?.text ?? "",
    map: result.outputFiles.find(({ path }) => isMap(path))?.text,
    exportNames: output?.[1].exports ?? [],
    inputs: Object.keys(result.metafile.inputs).map((path) => resolve(path)),
  };
}

async function explainFailure(failure: BuildFailure | Error): Promise<never> {
  if (!("errors" in failure)) throw failure;
  const color = colorsFor(process.stderr).isColorSupported;
  const frames = await formatMessages(failure.errors, { kind: "error", color });
  throw new ExitError(EXIT_FAILURE, `this module cannot be bundled.\n\n${frames.join("").trimEnd()}`);
}
