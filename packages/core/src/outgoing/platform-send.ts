import { createNodeSend } from "./node/create-node-send.js";
import { loadNode } from "./node/load-node.js";
import type { Send } from "./send.js";
import { sendByFetch } from "./send-by-fetch.js";

let known: Promise<Send> | undefined;

/** The way to send requests on this platform: if it has Node's client, by that, because it connects where it is told to. */
export function platformSend(): Promise<Send> {
  known ??= hasNodeClient() ? loadNode().then(createNodeSend) : Promise.resolve(sendByFetch);
  return known;
}

/** Whether this is Node, Bun or Deno. On Workers, Node's client is `fetch` in other words, and looks up no names. */
function hasNodeClient(): boolean {
  const { process, navigator } = globalThis as Platform;
  return process?.versions?.node !== undefined && navigator?.userAgent !== "Cloudflare-Workers";
}

interface Platform {
  readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> };
  readonly navigator?: { readonly userAgent?: string };
}
