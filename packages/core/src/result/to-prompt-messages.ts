import { type ContentBlock, isContentBlock, type PromptMessage, text } from "../content.js";
import { sniff } from "./bytes.js";
import { toWireBlock } from "./protocol-only.js";
import { toMedia } from "./to-content.js";
import { toJson } from "./to-json.js";

/** A prompt message in the protocol's form. */
export interface WireMessage {
  readonly role: "user" | "assistant";
  readonly content: ContentBlock;
}

/** A filled-in prompt in the protocol's form. */
export interface WirePrompt {
  readonly description?: string;
  readonly messages: readonly WireMessage[];
  readonly _meta?: { readonly [key: string]: unknown };
}

/**
 * Converts a method's return value to a prompt. The value is the messages, or the protocol's own result `{ messages }`.
 *
 * @throws TypeError for anything else
 */
export function toPromptResult(value: unknown): WirePrompt {
  if (!isPromptResult(value)) return { messages: toPromptMessages(value) };
  const { description, messages, _meta } = value;
  const result = { ...(description && { description }), messages: toMessages(messages), ...(_meta && { _meta }) };
  return toJson(result).json as WirePrompt;
}

/**
 * Converts a method's return value to the messages of a prompt. A string, bytes of an image or audio, or a content
 * block becomes one user message. An array may hold these and full messages.
 *
 * @throws TypeError for anything else
 */
export function toPromptMessages(value: unknown): WireMessage[] {
  return toJson(toMessages(value)).json as WireMessage[];
}

function toMessages(value: unknown): WireMessage[] {
  if (Array.isArray(value)) return value.flatMap(toMessages);
  const block = toBlock(value);
  if (block) return [{ role: "user", content: block }];
  if (isMessage(value)) {
    const content = toBlock(value.content);
    if (content) return [{ role: value.role, content }];
  }
  throw new TypeError(
    "A prompt must return a string, bytes of an image or audio, a content block, a message { role, content }, an array of these, or { messages }.",
  );
}

function toBlock(value: unknown): ContentBlock | undefined {
  if (typeof value === "string") return text(value);
  if (value instanceof Uint8Array) return toMedia(value, sniff(value));
  return isContentBlock(value) ? toWireBlock(value) : undefined;
}

function isPromptResult(value: unknown): value is WirePrompt {
  return typeof value === "object" && value !== null && "messages" in value && Array.isArray(value.messages);
}

function isMessage(value: unknown): value is PromptMessage {
  if (typeof value !== "object" || value === null || !("role" in value) || !("content" in value)) return false;
  return value.role === "user" || value.role === "assistant";
}
