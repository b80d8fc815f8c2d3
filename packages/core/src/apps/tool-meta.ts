import type { ToolManifest } from "../manifest/manifest.js";

type Meta = NonNullable<ToolManifest["_meta"]>;

/** The `_meta` of a tool: the author's own, and the URI of the page that shows its results. */
export function toolMeta({ _meta, ui }: ToolManifest): Meta | undefined {
  if (!ui) return _meta;
  const { uri: resourceUri, visibility } = ui;
  const written = typeof _meta?.ui === "object" ? _meta.ui : undefined;
  return { ..._meta, ui: { ...written, resourceUri, ...(visibility && { visibility }) } };
}
