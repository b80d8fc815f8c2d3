import { admits } from "./admits.js";
import type { Schema } from "./schema.js";

/** Whether a constraint on a JSON type applies to this value, and not only to the text that it is sent as. */
export function takesConstraint(schema: Schema, type: string): boolean {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).some((part) => takesConstraint(part, type));
  return !isSentAsText(schema) && admits(schema, type);
}

/** Those types of a value that are sent as text, such as `Date`. */
export function typesSentAsText(schema: Schema): string[] {
  if (Array.isArray(schema.anyOf)) return [...new Set((schema.anyOf as Schema[]).flatMap(typesSentAsText))];
  return isSentAsText(schema) ? [schema["x-ts"] as string] : [];
}

function isSentAsText(schema: Schema): boolean {
  return schema.type === "string" && schema["x-ts"] !== undefined;
}
