import type { CompileOptions } from "../project/compile-options.js";
import { CachedCompiler } from "./cached-compiler.js";
import type { CompileResult } from "./compilation.js";

/**
 * Compiles classes to their manifest. All problems in the sources are returned as diagnostics. The manifest is complete
 * only if no diagnostic is an error.
 *
 * The result is cached in `node_modules/.cache/plainmcp` until something that it was made from changes. Set
 * `PLAINMCP_CACHE=off` in the environment to turn the cache off.
 *
 * @example
 * ```ts
 * const { manifest, diagnostics } = compile({ files: ["weather.ts"] });
 * ```
 */
export function compile(options: CompileOptions): CompileResult {
  return new CachedCompiler(options).compile();
}
