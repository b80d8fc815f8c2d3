import { createNodeSend } from "./node/create-node-send.js";
import { loadNode } from "./node/load-node.js";
import type { Send } from "./send.js";
import { sendByFetch } from "./send-by-fetch.js";

let known: Promise<Send> | undefined;

/** The way to send requests on this platform: on Node by its own client, so that the address that is checked is used. */
export function platformSend(): Promise<Send> {
  known ??= isNode() ? loadNode().then(createNodeSend) : Promise.resolve(sendByFetch);
  return known;
}

/** Whether this is Node itself. Other platforms have its modules too, but not all their options. */
function isNode(): boolean {
  const { process, navigator } = globalThis as Platform;
  const { node, bun, deno } = process?.versions ?? {};
  return node !== undefined && bun === undefined && deno === undefined && navigator?.userAgent !== "Cloudflare-Workers";
}

interface Platform {
  readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> };
  readonly navigator?: { readonly userAgent?: string };
}
