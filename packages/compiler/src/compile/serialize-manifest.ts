import type { Manifest } from "@plainmcp/core/manifest";

/** The manifest as text to keep under version control: the order of keys never changes by itself. */
export function serializeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
