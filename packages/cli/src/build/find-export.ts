import type { Compilation } from "@plainmcp/compiler/internal";
import { bundleForServing } from "../bundle/bundle-for-serving.js";
import { choiceOf, chooseExport } from "../choose-export.js";

/** How {@link findExport} finds. */
export interface FindExportOptions {
  /** Name of the export to serve. @default the default export, or else the only decorated class */
  readonly exportName?: string | undefined;
  /** @default the nearest tsconfig.json of each module */
  readonly tsconfig?: string | undefined;
}

/** The name of the export to serve, found without running the module. */
export async function findExport(
  file: string,
  compilation: Compilation,
  { exportName, tsconfig }: FindExportOptions,
): Promise<string> {
  const { exportNames } = await bundleForServing(file, compilation, { outfile: file, tsconfig });
  return chooseExport({ file, exportNames, ...choiceOf(compilation), requested: exportName });
}
