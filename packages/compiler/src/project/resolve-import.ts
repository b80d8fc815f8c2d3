import { ts } from "../typescript.js";
import type { NotedDisk } from "./noted-disk.js";
import { createProgramHost } from "./program-host.js";

/** The file that TypeScript takes for what an import names, under these options. */
export function resolveImport(
  specifier: string,
  importer: string,
  options: ts.CompilerOptions,
  disk: NotedDisk,
): string | undefined {
  const { resolvedModule } = ts.resolveModuleName(specifier, importer, options, createProgramHost(options, disk));
  return resolvedModule?.resolvedFileName;
}
