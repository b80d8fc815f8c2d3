import type { AudioContent, ImageContent, ResourceLink } from "../content.js";
import { isBase64 } from "../formats/base64.js";
import { fromBase64, toBase64 } from "../values/base64.js";
import { sniff } from "./bytes.js";

/**
 * Makes an image block.
 *
 * @param data The bytes, or their base64
 * @param mimeType For example `"image/svg+xml"`. @default detected from the first bytes
 * @throws TypeError when the text is not base64, or the type is not one of an image
 * @example
 * ```ts
 * image(await readFile("chart.png")); // { type: "image", data: "iVBOR…", mimeType: "image/png" }
 * ```
 */
export function image(data: Uint8Array | ArrayBuffer | string, mimeType?: string): ImageContent {
  return { type: "image", ...toMediaData("image", data, mimeType) };
}

/**
 * Makes an audio block.
 *
 * @param data The bytes, or their base64
 * @param mimeType For example `"audio/mp4"`. @default detected from the first bytes
 * @throws TypeError when the text is not base64, or the type is not one of audio
 * @example
 * ```ts
 * audio(await readFile("chime.wav")); // { type: "audio", data: "UklGR…", mimeType: "audio/wav" }
 * ```
 */
export function audio(data: Uint8Array | ArrayBuffer | string, mimeType?: string): AudioContent {
  return { type: "audio", ...toMediaData("audio", data, mimeType) };
}

/**
 * Makes a pointer to a resource that the client may read.
 *
 * @param uri The resource's URI. It need not be one that the server lists
 * @example
 * ```ts
 * resourceLink("notes://7", { name: "Shopping", mimeType: "text/markdown" });
 * ```
 */
export function resourceLink(uri: string | URL, link: Omit<ResourceLink, "type" | "uri">): ResourceLink {
  return { ...link, type: "resource_link", uri: String(uri) };
}

function toMediaData(
  kind: "image" | "audio",
  data: Uint8Array | ArrayBuffer | string,
  mimeType: string | undefined,
): Pick<ImageContent, "data" | "mimeType"> {
  const isText = typeof data === "string";
  if (isText && !isBase64(data)) {
    throw new TypeError(`${kind}(data): data must be bytes, or base64 without a prefix such as "data:".`);
  }
  const type = mimeType ?? sniff(isText ? fromBase64(data.slice(0, HEAD)) : toBytes(data));
  if (mimeType === undefined && type === UNKNOWN) {
    throw new TypeError(`${kind}(data): the first bytes do not tell the type. Pass it: ${kind}(data, "${kind}/…").`);
  }
  if (!type.startsWith(`${kind}/`)) throw new TypeError(`${kind}(data): ${type} is not a type of ${kind}.`);
  return { data: isText ? data : toBase64(data), mimeType: type };
}

function toBytes(data: Uint8Array | ArrayBuffer): Uint8Array {
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** What `sniff` returns for bytes that it does not know. */
const UNKNOWN = "application/octet-stream";

/** The length of the base64 that holds all bytes which tell the type. */
const HEAD = 24;
