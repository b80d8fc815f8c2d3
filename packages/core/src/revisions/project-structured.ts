import type { JsonSchema } from "../manifest/json-schema.js";
import { MODERN_REVISION } from "./error-codes.js";

type Result = { readonly [field: string]: unknown };

/**
 * Converts a tool result with `structuredContent`. Legacy revisions allow only objects, so they get any other value as
 * `{ "result": … }`. If the content has no text, the value is also sent as text, for clients that read only content.
 */
export function projectStructured(
  result: Result,
  { outputSchema }: { readonly outputSchema?: JsonSchema },
  revision: string,
): Result {
  const { structuredContent: value, content = [] } = result as { structuredContent?: unknown; content?: Block[] };
  if (value === undefined) return result;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const hasText = content.some(({ type }) => type === "text");
  const shown = hasText ? result : { ...result, content: [...content, { type: "text", text: JSON.stringify(value) }] };
  if (revision >= MODERN_REVISION) return shown;
  const isWrapped = !isObject || (outputSchema !== undefined && outputSchema.type !== "object");
  return isWrapped ? { ...shown, structuredContent: { result: value } } : shown;
}

interface Block {
  readonly type: string;
}
