/** The values that hold bytes. */
export type BytesLike = Uint8Array | ArrayBuffer | Blob | Response;

/** Whether a value holds bytes. */
export function isBytesLike(value: unknown): value is BytesLike {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return true;
  // Plain objects have no tag. The first access to `Blob` or `Response` loads it.
  if (typeof value !== "object" || value === null || !(Symbol.toStringTag in value)) return false;
  return value instanceof Blob || value instanceof Response;
}
