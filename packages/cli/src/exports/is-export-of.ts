import { resolve } from "node:path";
import type { CompiledClass } from "@plainmcp/compiler";

/**
 * Whether an export belongs to this entry file and has this name.
 *
 * @param file Absolute path of the entry file
 */
export function isExportOf(
  entry: Pick<CompiledClass["exports"][number], "file" | "name">,
  file: string,
  exportName: string,
): boolean {
  return entry.name === exportName && resolve(entry.file) === file;
}
