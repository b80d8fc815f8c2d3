import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where results for a file are kept: in the nearest `node_modules`, where tools keep such things, or with the system. */
export function cacheFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, "node_modules");
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory()) return join(packages, ".cache", "plainmcp");
  }
  return join(tmpdir(), `plainmcp-${process.getuid?.() ?? "cache"}`);
}
