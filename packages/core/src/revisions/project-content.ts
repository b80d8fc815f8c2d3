import type { ContentBlock } from "../content.js";
import { withoutNewer } from "./without-newer.js";

/** Converts a content block to the revision. A type that the revision does not have becomes another one. */
export function projectContent(block: ContentBlock, revision: string): ContentBlock {
  const known = replaceUnknown(block, revision);
  const projected = withAnnotations(withoutNewer("contentBlock", known, revision), revision);
  if (known.type !== "resource") return projected as unknown as ContentBlock;
  return { ...projected, resource: withoutNewer("resourceContents", known.resource, revision) } as ContentBlock;
}

type Fields = Readonly<Record<string, unknown>>;

/** Copies an annotated value with only the annotations that the revision has. */
export function withAnnotations(value: Fields, revision: string): Fields {
  if (value.annotations === undefined) return value;
  return { ...value, annotations: withoutNewer("annotations", value.annotations, revision) };
}

function replaceUnknown(block: ContentBlock, revision: string): ContentBlock {
  if (block.type === "resource_link" && revision < "2025-06-18") {
    const lines = [`${block.title ?? block.name}: ${block.uri}`, block.description];
    return { type: "text", text: lines.filter((line) => line !== undefined).join("\n"), ...annotationsOf(block) };
  }
  if (block.type === "audio" && revision < "2025-03-26") {
    const { data, mimeType } = block;
    return { type: "resource", resource: { uri: "result://audio", mimeType, blob: data }, ...annotationsOf(block) };
  }
  return block;
}

function annotationsOf({ annotations }: ContentBlock): Pick<ContentBlock, "annotations"> {
  return annotations === undefined ? {} : { annotations };
}
