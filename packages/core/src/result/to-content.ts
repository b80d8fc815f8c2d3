import { toBase64 } from "../codec/base64.js";
import { type BytesLike, essence, isBytesLike, isTextType, toBytes } from "./bytes.js";
import { type AudioContent, type ContentBlock, type ImageContent, isContentBlock, text } from "./content.js";
import { toJson } from "./to-json.js";

/**
 * The content blocks that show one value to a model. The table, row by row, is docs/reference/results.md.
 *
 * @param uri Names the value where it becomes an embedded resource
 */
export async function toContent(value: unknown, uri: string): Promise<ContentBlock[]> {
  if (value === undefined) return [];
  if (typeof value === "string") return [text(value)];
  if (value instanceof Date) return [text(value.toISOString())];
  if (isBytesLike(value)) return [await bytesToContent(value, uri)];
  if (isContentBlock(value)) return [value];
  if (Array.isArray(value) && value.length > 0 && value.every(isShowable)) {
    return (await Promise.all(value.map((item, index) => toContent(item, `${uri}/${index}`)))).flat();
  }
  return [text(typeof value === "bigint" ? String(value) : toJson(value).text)];
}

/** What keeps its own block inside an array. Any other element makes the array one JSON text. */
function isShowable(value: unknown): boolean {
  return isContentBlock(value) || isBytesLike(value);
}

async function bytesToContent(value: BytesLike, uri: string): Promise<ContentBlock> {
  const { data, mimeType } = await toBytes(value);
  if (isTextType(mimeType)) return text(new TextDecoder().decode(data));
  return toMedia(data, mimeType) ?? { type: "resource", resource: { uri, mimeType, blob: toBase64(data) } };
}

/** The block of an image or a sound; of nothing else. */
export function toMedia(data: Uint8Array, mimeType: string): ImageContent | AudioContent | undefined {
  const kind = essence(mimeType).split("/", 1)[0];
  if (kind !== "image" && kind !== "audio") return undefined;
  return { type: kind, data: toBase64(data), mimeType: essence(mimeType) };
}
