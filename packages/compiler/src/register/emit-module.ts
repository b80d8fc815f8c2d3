import type { TransformFailure, TransformOptions, TransformResult } from "esbuild";
import { type Source, toJavaScriptSync } from "../plugin/to-javascript.js";
import { tsconfigOf } from "../typescript/tsconfig-of.js";

/**
 * What esbuild makes of a module for the version of Node that runs, by the tsconfig that holds for the module.
 *
 * @param options Without a `format`, imports and exports stay what they are
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
      // Writes the names of CommonJS exports where Node finds them.
      platform: "node",
      charset: "utf8",
      ...(compilerOptions && { tsconfigRaw: { compilerOptions: compilerOptions as object } }),
      ...options,
    });
  } catch (error) {
    throw explained(error as TransformFailure, file);
  }
}

/** esbuild speaks of an output format, which nobody has chosen here. */
function explained(failure: TransformFailure, file: string): Error {
  const { location } = failure.errors?.find(({ text }) => text.startsWith("Top-level await")) ?? {};
  if (!location) return failure;
  const place = `${file}:${location.line}:${location.column + 1}`;
  return new SyntaxError(
    `${place}: only an ES module can await outside of functions. Write "type": "module" into the package.json, or give the file the extension .mts.`,
  );
}
