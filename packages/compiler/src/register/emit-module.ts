import type { TransformOptions, TransformResult } from "esbuild";
import { type Source, toJavaScriptSync } from "../plugin/to-javascript.js";
import { tsconfigOf } from "../tsconfig-of.js";

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
  return toJavaScriptSync(source, file, {
    target: `node${process.versions.node}`,
    // Writes the names of CommonJS exports where Node finds them.
    platform: "node",
    charset: "utf8",
    ...(compilerOptions && { tsconfigRaw: { compilerOptions: compilerOptions as object } }),
    ...options,
  });
}
