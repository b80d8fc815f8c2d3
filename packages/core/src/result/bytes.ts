import type { BytesLike } from "./bytes-like.js";

/** Bytes and their MIME type. */
export interface Bytes {
  readonly data: Uint8Array;
  readonly mimeType: string;
}

/** Reads the bytes. Their type comes from the value itself, else from their first bytes. */
export async function toBytes(value: BytesLike): Promise<Bytes> {
  if (value instanceof Response) return readResponse(value);
  const declared = value instanceof Blob ? value.type : "";
  const data =
    value instanceof Uint8Array ? value : new Uint8Array(value instanceof Blob ? await value.arrayBuffer() : value);
  return { data, mimeType: declared || sniff(data) };
}

async function readResponse(response: Response): Promise<Bytes> {
  if (!response.ok) throw new Error(`The method returned an HTTP response with status ${response.status}`);
  const data = new Uint8Array(await response.arrayBuffer());
  return { data, mimeType: response.headers.get("content-type") ?? sniff(data) };
}

/** Whether the type is text: `text/*`, JSON, XML and types based on them. */
export function isTextType(mimeType: string): boolean {
  return /^text\/|[/+](?:json|xml|javascript|yaml)$/.test(essence(mimeType));
}

/** The MIME type without its parameters, in lower case. */
export function essence(mimeType: string): string {
  return (mimeType.split(";", 1)[0] as string).trim().toLowerCase();
}

const SIGNATURES: readonly (readonly [offset: number, bytes: string, mimeType: string])[] = [
  [0, "\x89PNG\r\n\x1a\n", "image/png"],
  [0, "\xff\xd8\xff", "image/jpeg"],
  [0, "GIF8", "image/gif"],
  [8, "WEBP", "image/webp"],
  [8, "WAVE", "audio/wav"],
  [0, "ID3", "audio/mpeg"],
  [0, "OggS", "audio/ogg"],
  [0, "fLaC", "audio/flac"],
  [0, "%PDF-", "application/pdf"],
];

/** Detects the MIME type from the first bytes. */
export function sniff(data: Uint8Array): string {
  const head = String.fromCharCode(...data.subarray(0, 16));
  const found = SIGNATURES.find(([offset, bytes]) => head.startsWith(bytes, offset));
  return found?.[2] ?? "application/octet-stream";
}
