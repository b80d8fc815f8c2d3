import { resolve } from "node:path";
import type { Compilation, CompiledClass } from "@plainmcp/compiler";

/**
 * The compilation with the manifest of what one export serves, and of nothing else the program has. Several classes make
 * one server, which is called like the package.
 *
 * @returns the compilation itself when only running the module would tell what the export is
 */
export function selectServed(compilation: Compilation, file: string, exportName: string): Compilation {
  const served = compilation.classes.filter(({ exports }) => {
    return exports.some((entry) => entry.name === exportName && resolve(entry.file) === file);
  });
  const [first, ...others] = served;
  if (first === undefined) return compilation;
  if (others.length === 0) return { ...compilation, manifest: first.manifest };
  const { instructions: _all, ...info } = compilation.manifest.server;
  const instructions = served.flatMap(({ manifest }) => manifest.server.instructions ?? []).join("\n\n");
  const server = { ...info, ...(instructions !== "" && { instructions }) };
  return {
    ...compilation,
    manifest: { ...compilation.manifest, server, classes: served.flatMap(({ manifest }) => manifest.classes) },
    // A registry takes the name of the first, and the instructions of all in whatever order the export has them.
    classes: compilation.classes.map((entry) => {
      return served.includes(entry) ? withServer(entry, entry === first ? server : info) : entry;
    }),
  };
}

function withServer(entry: CompiledClass, server: CompiledClass["manifest"]["server"]): CompiledClass {
  return { ...entry, manifest: { ...entry.manifest, server } };
}
