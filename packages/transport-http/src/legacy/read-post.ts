import { readBatch } from "@plainmcp/core/internal/engine";
import type { Body } from "../exchange.js";
import { PlainAnswer } from "../stream/answer.js";
import type { Post } from "./legacy-transport.js";

/**
 * Reads the messages of a legacy client's POST, or returns the response that refuses them.
 *
 * @param revision The revision that the client speaks, if it is known
 */
export function readPost(body: Body, revision: string | undefined): Post | PlainAnswer {
  if (!isBatch(body)) return { messages: [body] };
  const batch = readBatch(body, revision);
  return "error" in batch ? PlainAnswer.json(batch.error, 400) : batch;
}

function isBatch(body: Body): body is readonly unknown[] {
  return Array.isArray(body);
}
