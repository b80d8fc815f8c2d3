import { type AudioContent, type ContentBlock, type ImageContent, text } from "../content.js";
import type { Output } from "../primitives/primitive.js";
import type { Awaitable } from "../promises/awaitable.js";
import { toBase64 } from "../values/base64.js";
import { essence, isTextType, toBytes } from "./bytes.js";
import { type BytesLike, isBytesLike } from "./bytes-like.js";
import { isBlock } from "./is-tool-result.js";
import { toWireBlock } from "./protocol-only.js";
import { toDataText } from "./to-data-text.js";

/** How the return type wants a value to be shown. */
export interface Shown {
  /** The value is content, and each element of a list is shown separately. @default the value decides */
  readonly isContent?: boolean;
  /** How data becomes JSON. */
  readonly data?: Output | undefined;
}

/**
 * Makes the content blocks that show a value to a model, as the table in docs/reference/results.md says.
 *
 * @param uri The URI of the value if it becomes an embedded resource
 */
export function toContent(value: unknown, uri: string, shown: Shown = {}): Awaitable<ContentBlock[]> {
  if (value === undefined) return [];
  if (typeof value === "string") return [text(value)];
  return convert(value, uri, shown);
}

async function convert(value: unknown, uri: string, shown: Shown): Promise<ContentBlock[]> {
  if (isBytesLike(value)) return [await bytesToContent(value, uri)];
  if (isBlock(value, shown.isContent === true)) return [toWireBlock(value)];
  if (Array.isArray(value) && (await isListOfContent(value, shown))) {
    return (await Promise.all(value.map((item, index) => toContent(item, `${uri}/${index}`, shown)))).flat();
  }
  return [text((await toDataText(value, shown.data)).text)];
}

/** Whether each element of a list is shown separately. Any other list becomes one JSON text. */
async function isListOfContent(list: readonly unknown[], { isContent = false, data }: Shown): Promise<boolean> {
  if (list.some(isBytesLike)) return true;
  const isShown = (item: unknown) => isBlock(item, isContent);
  if (isContent) return list.some(isShown) || data === undefined || !(await fits(list, data));
  return list.some(isShown) && list.every((item) => isShown(item) || typeof item !== "object");
}

async function fits(value: unknown, data: Output): Promise<boolean> {
  return (await data.validate(data.encode(value))).length === 0;
}

async function bytesToContent(value: BytesLike, uri: string): Promise<ContentBlock> {
  const { data, mimeType } = await toBytes(value);
  if (isTextType(mimeType)) return text(new TextDecoder().decode(data));
  return toMedia(data, mimeType) ?? { type: "resource", resource: { uri, mimeType, blob: toBase64(data) } };
}

/** Makes an image or audio block; `undefined` for any other type. */
export function toMedia(data: Uint8Array, mimeType: string): ImageContent | AudioContent | undefined {
  const kind = essence(mimeType).split("/", 1)[0];
  if (kind !== "image" && kind !== "audio") return undefined;
  return { type: kind, data: toBase64(data), mimeType: essence(mimeType) };
}
