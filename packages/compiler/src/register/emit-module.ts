import type { TransformFailure, TransformOptions, TransformResult } from "esbuild";
import { type Source, toJavaScriptSync } from "../plugin/to-javascript.js";
import { tsconfigOf } from "../typescript/tsconfig-of.js";

/**
 * Compiles a module with esbuild for the running version of Node, with the tsconfig that applies to the module.
 *
 * @param options Without a `format`, imports and exports stay as they are
 */
export function emitModule(
  file: string,
  source: Source,
  options: Pick<TransformOptions, "define" | "format"> = {},
): TransformResult {
  const compilerOptions = tsconfigOf(file)?.config.compilerOptions;
  try {
    return toJavaScriptSync(source, file, {
      target: `node${process.versions.node}`,
      // Makes esbuild annotate CommonJS exports so that Node finds their names.
      platform: "node",
      charset: "utf8",
      ...(compilerOptions && { tsconfigRaw: { compilerOptions: compilerOptions as object } }),
      ...options,
    });
  } catch (error) {
    throw explained(error as TransformFailure, file);
  }
}

/** esbuild's error mentions an output format, which the user has not chosen. */
function explained(failure: TransformFailure, file: string): Error {
  const { location } = failure.errors?.find(({ text }) => text.startsWith("Top-level await")) ?? {};
  if (!location) return failure;
  const place = `${file}:${location.line}:${location.column + 1}`;
  return new SyntaxError(
    `${place}: only an ES module can use top-level await. Set "type": "module" in the package.json, or rename the file to .mts.`,
  );
}
