import type { Caller } from "../context.js";
import { canonicalText } from "../validation/canonical-text.js";
import { toHex } from "../values/hex.js";
import { principalOf } from "./principal-of.js";

/** Whose a task is: a digest of who calls, since the store need not know. Empty for callers nobody has identified. */
export async function ownerOf(caller: Caller | undefined): Promise<string> {
  if (caller === undefined) return "";
  const text = new TextEncoder().encode(canonicalText(principalOf(caller)));
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", text)));
}
