import { toBase64 } from "../values/base64.js";
import { mimeTypeOf } from "./mime-type-of.js";
import type { SkillFile } from "./skills.js";

/** Makes the file that clients read: as text only if that keeps every byte, because the digest covers the bytes. */
export function toSkillFile(uri: string, bytes: Uint8Array): SkillFile {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  const resource = { uri, name, mimeType: mimeTypeOf(name), size: bytes.byteLength };
  const text = decodeExactly(bytes);
  return text === undefined ? { ...resource, blob: toBase64(bytes) } : { ...resource, text };
}

function decodeExactly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
