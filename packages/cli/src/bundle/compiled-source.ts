import { injectManifest } from "@plainmcp/compiler";
import { type Compilation, injectMetadata } from "@plainmcp/compiler/internal";
import type { SourceTransform } from "./transformed-sources.js";

/**
 * Registers the manifests of a module's classes, and adds the metadata for older decorators that the tsconfig asks for.
 * esbuild does neither.
 *
 * @param tsconfig Path of the tsconfig. @default the one that holds for each module
 */
export function compiledSource(compilation: Compilation, tsconfig: string | undefined): SourceTransform {
  const options = tsconfig === undefined ? {} : { tsconfig };
  return (source, file) => injectMetadata(injectManifest(source, file, compilation), file, options);
}
