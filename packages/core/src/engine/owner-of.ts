import type { AuthInfo } from "@modelcontextprotocol/server";
import { toHex } from "../codec/hex.js";
import { canonicalText } from "../validation/canonical-text.js";
import { principalOf } from "./principal-of.js";

/** Whose a task is: a digest of who calls, since the store need not know. Empty for callers nobody has identified. */
export async function ownerOf(auth: AuthInfo | undefined): Promise<string> {
  if (auth === undefined) return "";
  const text = new TextEncoder().encode(canonicalText(principalOf(auth)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return toHex(digest);
}
