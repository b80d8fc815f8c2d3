import { toNaturalJson } from "../codec/natural-json.js";

/** A value as plain JSON, and its JSON text. */
export interface JsonText {
  readonly json: unknown;
  readonly text: string;
}

/** Converts a value without a declared type to what the client will read. @throws UnsendableError */
export function toJson(value: unknown): JsonText {
  const json = toNaturalJson(value);
  return { json, text: JSON.stringify(json) };
}
