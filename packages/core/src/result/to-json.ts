import { toNaturalJson } from "../codec/natural-json.js";

/** A value as it crosses the wire, and its text. */
export interface JsonText {
  readonly json: unknown;
  readonly text: string;
}

/** The value as the client will read it, where no type says more than the value itself. @throws UnsendableError */
export function toJson(value: unknown): JsonText {
  const json = toNaturalJson(value);
  return { json, text: JSON.stringify(json) };
}
