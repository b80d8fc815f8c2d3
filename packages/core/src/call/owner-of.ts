import type { Caller } from "../context.js";
import { canonicalText } from "../validation/canonical-text.js";
import { toHex } from "../values/hex.js";
import { principalOf } from "./principal-of.js";

/**
 * The owner of a task: a digest of the caller, so that the store does not learn who it is. Empty for unidentified
 * callers.
 */
export async function ownerOf(caller: Caller | undefined): Promise<string> {
  if (caller === undefined) return "";
  const text = new TextEncoder().encode(canonicalText(principalOf(caller)));
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", text)));
}
