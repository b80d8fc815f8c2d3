import { jsonRpcError } from "./json-rpc-error.js";
import type { ErrorMessage, Message } from "./message.js";
import { PROTOCOL_VERSION_META_KEY } from "./meta-keys.js";
import { readMessage } from "./read-message.js";
import { requestIdOf } from "./request-id-of.js";

/** The only revision with batches. */
const BATCH_REVISION = "2025-03-26";
const MAX_MESSAGES = 100;

/** The content of a JSON array: messages, some of which may be refused, or one error for all. */
export type ReadBatch =
  | { readonly messages: readonly Message[]; readonly refused: readonly ErrorMessage[] }
  | { readonly error: ErrorMessage };

/**
 * Reads a batch, which only a client of 2025-03-26 may send.
 *
 * @param revision The client's revision, if known
 */
export function readBatch(elements: readonly unknown[], revision: string | undefined): ReadBatch {
  const problem = problemOf(elements, revision);
  if (problem !== undefined) return { error: jsonRpcError("invalid-request", `Invalid request: ${problem}`) };
  const messages: Message[] = [];
  const refused: ErrorMessage[] = [];
  const ids = new Set<unknown>();
  for (const element of elements) {
    const id = requestIdOf(element);
    const read = readMessage(element);
    if ("error" in read) refused.push(read.error);
    else if (id !== undefined && ids.has(id)) refused.push(refusal("another request of the batch has this id.", id));
    else messages.push(read.message);
    ids.add(id);
  }
  return { messages, refused };
}

function problemOf(elements: readonly unknown[], revision: string | undefined): string | undefined {
  if (elements.some(isModern)) return "since 2025-06-18 the protocol has no batches. Send each message by itself.";
  if (revision !== BATCH_REVISION) {
    const spoken = revision === undefined ? "no version is negotiated yet" : `this client speaks ${revision}`;
    return `only protocol version ${BATCH_REVISION} has batches, and ${spoken}. Send each message by itself.`;
  }
  if (elements.length === 0) return "the batch is empty.";
  if (elements.length > MAX_MESSAGES) return `a batch may have at most ${MAX_MESSAGES} messages.`;
  if (elements.some(isInitialize)) return "initialize must not be part of a batch.";
  return undefined;
}

function isModern(element: unknown): boolean {
  const meta = (element as { params?: { _meta?: unknown } } | null)?.params?._meta;
  return typeof meta === "object" && meta !== null && PROTOCOL_VERSION_META_KEY in meta;
}

function isInitialize(element: unknown): boolean {
  return (element as { method?: unknown } | null)?.method === "initialize";
}

function refusal(problem: string, id: string | number | undefined): ErrorMessage {
  return jsonRpcError("invalid-request", `Invalid request: ${problem}`, { id });
}
