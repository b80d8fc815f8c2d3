import { join, resolve } from "node:path";
import { type BuildFailure, type BuildOptions, build, formatMessages } from "esbuild";
import { colorsFor } from "../terminal/colors.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { withoutNeedlessNames } from "./without-needless-names.js";

/** One module made of many. */
export interface Bundle {
  readonly code: string;
  /** Its source map as JSON, if a separate one was asked for. */
  readonly map: string | undefined;
  /** Names that the entry exports. */
  readonly exportNames: readonly string[];
  /** Absolute paths of the files that it was made from. */
  readonly inputs: readonly string[];
}

/**
 * Bundles for the oldest Node that we support, into an ES module unless the options say otherwise.
 * Throws an {@link ExitError} with code frames if something cannot be bundled.
 */
export async function bundle(options: BuildOptions): Promise<Bundle> {
  const result = await run(options);
  const isMap = (path: string) => path.endsWith(".map");
  const [output] = Object.entries(result.metafile.outputs).filter(([path]) => !isMap(path));
  const code = result.outputFiles.find(({ path }) => !isMap(path))?.text ?? "";
  return {
    code: options.keepNames ? withoutNeedlessNames(code) : code,
    map: result.outputFiles.find(({ path }) => isMap(path))?.text,
    exportNames: output?.[1].exports ?? [],
    inputs: filesOf(result.metafile.inputs),
  };
}

/** Bundles several modules, each by itself, at the cost of one. Their order stays. */
export async function bundleEach(paths: readonly string[], options: BuildOptions): Promise<readonly Bundle[]> {
  const outdir = resolve("plainmcp-each");
  const entryPoints = Object.fromEntries(paths.map((path, index) => [`${index}`, path]));
  const { outputFiles, metafile } = await run({ ...options, entryPoints, outdir });
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]));
  return paths.map((_, index) => {
    const path = join(outdir, `${index}.js`);
    const { exports = [], inputs = {} } = outputs.get(path) ?? {};
    return { code: texts.get(path) ?? "", map: undefined, exportNames: exports, inputs: filesOf(inputs) };
  });
}

function run(options: BuildOptions) {
  return build({
    format: "esm",
    bundle: true,
    ...options,
    // The paths in the metafile are relative to it.
    absWorkingDir: process.cwd(),
    platform: "node",
    target: "node20.11",
    metafile: true,
    write: false,
    logLevel: "silent",
  }).catch(explainFailure);
}

/** Absolute paths of the files among some inputs. */
function filesOf(inputs: object): readonly string[] {
  return Object.keys(inputs)
    .filter((path) => !path.startsWith(MADE))
    .map((path) => resolve(path));
}

/** How the namespaces of modules begin that are no files. */
export const MADE = "plainmcp-";

async function explainFailure(failure: BuildFailure | Error): Promise<never> {
  if (!("errors" in failure)) throw failure;
  const color = colorsFor(process.stderr).isColorSupported;
  const frames = await formatMessages(failure.errors, { kind: "error", color });
  throw new ExitError(EXIT_FAILURE, `this module cannot be bundled.\n\n${frames.join("").trimEnd()}`);
}
