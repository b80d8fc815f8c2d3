import { type ContentBlock, isContentBlock, type PromptMessage, text } from "./content.js";
import { toJson } from "./to-json.js";

/** A message as it crosses the wire. */
export interface WireMessage {
  readonly role: "user" | "assistant";
  readonly content: ContentBlock;
}

/**
 * What the method returned, as the messages of a prompt: a string or a content block is one message of the user's; an
 * array holds any of them, and full messages.
 *
 * @throws TypeError for anything else
 */
export function toPromptMessages(value: unknown): WireMessage[] {
  return toJson(toMessages(value)).json as WireMessage[];
}

function toMessages(value: unknown): WireMessage[] {
  if (Array.isArray(value)) return value.flatMap(toMessages);
  if (typeof value === "string") return [{ role: "user", content: text(value) }];
  if (isContentBlock(value)) return [{ role: "user", content: value }];
  if (isMessage(value)) {
    return [{ role: value.role, content: typeof value.content === "string" ? text(value.content) : value.content }];
  }
  throw new TypeError("A prompt returns a string, a content block, a message { role, content }, or an array of these.");
}

function isMessage(value: unknown): value is PromptMessage {
  if (typeof value !== "object" || value === null || !("role" in value) || !("content" in value)) return false;
  const known = value.role === "user" || value.role === "assistant";
  return known && (typeof value.content === "string" || isContentBlock(value.content));
}
