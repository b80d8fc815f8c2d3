import type { CompiledClass } from "@plainmcp/compiler";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { Manifest } from "@plainmcp/core/manifest";
import { isExportOf } from "./is-export-of.js";

/**
 * Reduces the manifest of a compilation to what one export serves. Several classes make one server, named after the
 * package.
 *
 * @returns the compilation itself if only running the module could tell what the export is
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
    // The registry takes the name of the first one, and the export has them in an order of its own.
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
