import type { BundlerOptions } from "@plainmcp/compiler/internal";
import type { BuildOptions } from "esbuild";

/**
 * How the user's code and its dependencies are bundled: with the names of their functions and classes, and as the
 * tsconfig says.
 *
 * @param bundlerOptions What the compiler found in the tsconfig
 * @param tsconfig Path of the tsconfig. @default the nearest one of each module, unless the compiler took another one
 * @param conditions Export conditions besides those of the tsconfig
 */
export function userCode(
  { jsx, tsconfig: compiledBy, conditions: own }: BundlerOptions,
  tsconfig: string | undefined,
  conditions: readonly string[] = [],
): BuildOptions {
  const path = compiledBy ?? tsconfig;
  return {
    ...(path !== undefined && { tsconfig: path }),
    ...(jsx && { jsx }),
    conditions: [...conditions, ...own],
    keepNames: true,
  };
}
