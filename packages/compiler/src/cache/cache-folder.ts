import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * The folder that results for a file are cached in: the nearest `node_modules/.cache`, or else the system's temporary
 * folder.
 */
export function cacheFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, "node_modules");
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory()) return join(packages, ".cache", "plainmcp");
  }
  return join(tmpdir(), `plainmcp-${process.getuid?.() ?? "cache"}`);
}
