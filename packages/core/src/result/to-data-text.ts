import type { Output } from "../primitives/primitive.js";
import { toCheckedJson } from "./to-checked-json.js";
import { toJson } from "./to-json.js";

/** A value as text. */
export interface DataText {
  readonly text: string;
  /** The value as JSON, in which a string has quotes. */
  readonly json: string;
}

/** Converts data to text: a `Date` or a `URL` to its string form, other data to JSON. */
export async function toDataText(value: unknown, output: Output | undefined): Promise<DataText> {
  const plain = value instanceof RegExp ? value.source : value;
  const { json, text } = output ? await toCheckedJson(value, output) : toJson(plain);
  return { text: typeof json === "string" ? json : text, json: text };
}
