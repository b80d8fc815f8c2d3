import { readFile } from "node:fs/promises";
import type { Code } from "../plugin/inject-with-map.js";
import { toJavaScript } from "../plugin/to-javascript.js";
import { tsconfigOf } from "./tsconfig-of.js";

/** A TypeScript module as this version of Node can run it. */
export interface CompiledModule extends Code {
  readonly isCommonJs: boolean;
}

/**
 * Compiles a module by the tsconfig it belongs to.
 *
 * @param change What is made of its text before
 */
export async function compileModule(
  file: string,
  change: (source: string) => Promise<Code | undefined>,
): Promise<CompiledModule> {
  const source = await readFile(file, "utf8");
  const changed = (await change(source)) ?? { code: source, map: undefined };
  const compilerOptions = tsconfigOf(file)?.config.compilerOptions;
  const isCommonJs = file.endsWith(".cts");
  const compiled = await toJavaScript(changed, file, {
    target: `node${process.versions.node}`,
    format: isCommonJs ? "cjs" : "esm",
    // Writes the names of CommonJS exports where Node finds them.
    platform: "node",
    ...(compilerOptions && { tsconfigRaw: { compilerOptions: compilerOptions as object } }),
  });
  return { ...compiled, isCommonJs };
}
