import type { ServerContext } from "@modelcontextprotocol/server";
import type { Caller } from "../tasks/tasks.js";
import { canonicalText } from "../validation/canonical-text.js";
import { principalOf } from "./principal-of.js";

/** Who makes a request. A digest says who it is to the store, which need not know. */
export async function toCaller({ mcpReq, http }: ServerContext): Promise<Caller> {
  const principal = principalOf(http?.authInfo);
  return { owner: principal === null ? "" : await digest(canonicalText(principal)), signal: mcpReq.signal };
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
