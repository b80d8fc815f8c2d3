import type { CompiledClass } from "@plainmcp/compiler";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { Manifest } from "@plainmcp/core/manifest";
import { isExportOf } from "./is-export-of.js";

/**
 * The compilation with the manifest of what one export serves, and of nothing else the program has. Several classes make
 * one server, which is called like the package.
 *
 * @returns the compilation itself when only running the module would tell what the export is
 */
export function selectServed(compilation: Compilation, file: string, exportName: string): Compilation {
  const served = compilation.classes.filter(({ exports }) => {
    return exports.some((entry) => isExportOf(entry, file, exportName));
  });
  const [first, ...others] = served;
  if (first === undefined) return compilation;
  if (others.length === 0) return { ...compilation, manifest: first.manifest };
  const { manifest, classes } = compilation;
  const server = serverOf(served, manifest.server);
  return {
    ...compilation,
    manifest: { ...manifest, server, classes: served.flatMap((entry) => entry.manifest.classes) },
    // A registry takes the name of the first, in whatever order the export has them.
    classes: classes.map((entry) => (served.includes(entry) ? withServer(entry, server) : entry)),
  };
}

/** The name is the whole program's, the title that of the first served class which has one. */
function serverOf(served: readonly CompiledClass[], { title: _, ...server }: Manifest["server"]): Manifest["server"] {
  const title = served.find((entry) => entry.manifest.server.title !== undefined)?.manifest.server.title;
  return { ...server, ...(title !== undefined && { title }) };
}

function withServer(entry: CompiledClass, server: Manifest["server"]): CompiledClass {
  return { ...entry, manifest: { ...entry.manifest, server } };
}
