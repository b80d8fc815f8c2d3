import type { NotedDisk } from "../project/noted-disk.js";
import { createProgramHost } from "../project/program-host.js";
import { ts } from "../typescript/typescript.js";

/** The file that TypeScript resolves an import to, under these options. */
export function resolveImport(
  specifier: string,
  importer: string,
  options: ts.CompilerOptions,
  disk: NotedDisk,
): string | undefined {
  const { resolvedModule } = ts.resolveModuleName(specifier, importer, options, createProgramHost(options, disk));
  return resolvedModule?.resolvedFileName;
}
