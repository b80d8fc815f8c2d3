import { toBase64 } from "../codec/base64.js";
import { essence, isBytesLike, isTextType, toBytes } from "./bytes.js";
import { isResourceContents, type ResourceContents } from "./content.js";
import { toJson } from "./to-json.js";

/** What the method returned, as the contents of the resource at `uri`. */
export async function toResourceContents(
  value: unknown,
  uri: string,
  mimeType: string | undefined,
): Promise<ResourceContents[]> {
  if (isReadResult(value)) return toJson(value.contents).json as ResourceContents[];
  if (typeof value === "string") return [{ uri, mimeType: mimeType ?? "text/plain", text: value }];
  if (!isBytesLike(value)) return [{ uri, mimeType: mimeType ?? "application/json", text: toJson(value).text }];
  const bytes = await toBytes(value);
  const type = mimeType ?? essence(bytes.mimeType);
  if (isTextType(type)) return [{ uri, mimeType: type, text: new TextDecoder().decode(bytes.data) }];
  return [{ uri, mimeType: type, blob: toBase64(bytes.data) }];
}

/** The protocol's own result, for a resource of several parts. */
function isReadResult(value: unknown): value is { readonly contents: readonly ResourceContents[] } {
  if (typeof value !== "object" || value === null || !("contents" in value)) return false;
  return Array.isArray(value.contents) && value.contents.length > 0 && value.contents.every(isResourceContents);
}
