import type { Manifest } from "@plainmcp/core/manifest";

/**
 * The manifest as JSON text for version control: the same manifest always gives the same text.
 *
 * @example
 * ```ts
 * writeFileSync("manifest.json", serializeManifest(compile({ files: ["weather.ts"] }).manifest));
 * ```
 */
export function serializeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
