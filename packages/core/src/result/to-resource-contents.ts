import { isResourceContents, type ResourceContents } from "../content.js";
import type { Output } from "../primitives/primitive.js";
import type { Awaitable } from "../promises/awaitable.js";
import { toBase64 } from "../values/base64.js";
import { essence, isTextType, toBytes } from "./bytes.js";
import { isBytesLike } from "./bytes-like.js";
import { CONTENTS_PROPERTIES, toWireContents } from "./protocol-only.js";
import { toDataText } from "./to-data-text.js";
import { toJson } from "./to-json.js";

/**
 * Converts a method's return value to the contents of the resource at `uri`.
 *
 * @param data How data becomes JSON
 * @throws Error when the value does not match the return type
 */
export function toResourceContents(
  value: unknown,
  uri: string,
  mimeType: string | undefined,
  data?: Output,
): Awaitable<ResourceContents[]> {
  if (typeof value === "string") return [{ uri, mimeType: mimeType ?? "text/plain", text: value }];
  if (isReadResult(value, data === undefined))
    return toJson(value.contents.map(toWireContents)).json as ResourceContents[];
  return convert(value, uri, mimeType, data);
}

async function convert(
  value: unknown,
  uri: string,
  mimeType: string | undefined,
  data: Output | undefined,
): Promise<ResourceContents[]> {
  if (!isBytesLike(value)) {
    const { text, json } = await toDataText(value, data);
    const isText = text !== json && !isJsonType(mimeType);
    return [{ uri, mimeType: mimeType ?? (isText ? "text/plain" : "application/json"), text: isText ? text : json }];
  }
  const bytes = await toBytes(value);
  const type = mimeType ?? essence(bytes.mimeType);
  if (isTextType(type)) return [{ uri, mimeType: type, text: new TextDecoder().decode(bytes.data) }];
  return [{ uri, mimeType: type, blob: toBase64(bytes.data) }];
}

function isJsonType(mimeType = ""): boolean {
  return /[/+]json$/.test(essence(mimeType));
}

/**
 * Whether a value is the protocol's own result, which may have several parts. If the type declares data, no other
 * property may be there.
 */
function isReadResult(value: unknown, isLoose: boolean): value is { readonly contents: readonly ResourceContents[] } {
  if (typeof value !== "object" || value === null || !("contents" in value)) return false;
  if (!Array.isArray(value.contents) || !value.contents.every(isResourceContents)) return false;
  return isLoose || [value, ...value.contents].every(hasOnlyProtocolProperties);
}

function hasOnlyProtocolProperties(value: object): boolean {
  return Object.keys(value).every((name) => name === "contents" || CONTENTS_PROPERTIES.includes(name));
}
