import type { CompileOptions } from "../project/compile-options.js";
import { CachedCompiler } from "./cached-compiler.js";
import type { CompileResult } from "./compilation.js";

/**
 * Compiles classes to their manifest. Problems of the sources are returned as diagnostics, all of them; the manifest is
 * complete only where no diagnostic is an error.
 *
 * The result is kept in `node_modules/.cache/plainmcp`, and taken from there as long as nothing that it was made from
 * has changed. `PLAINMCP_CACHE=off` in the environment turns that off.
 *
 * @example
 * ```ts
 * const { manifest, diagnostics } = compile({ files: ["weather.ts"] });
 * ```
 */
export function compile(options: CompileOptions): CompileResult {
  return new CachedCompiler(options).compile();
}
