import type { Output } from "../primitives/primitive.js";
import { toCheckedJson } from "./to-checked-json.js";
import { toJson } from "./to-json.js";

/** The text that shows a value. */
export interface DataText {
  readonly text: string;
  /** The same as JSON: what is a string there is shown without its quotes. */
  readonly json: string;
}

/** How a value that is neither text nor content is shown: a `Date` or a `URL` as what it is written as, data as JSON. */
export async function toDataText(value: unknown, output: Output | undefined): Promise<DataText> {
  const plain = value instanceof RegExp ? value.source : value;
  const { json, text } = output ? await toCheckedJson(value, output) : toJson(plain);
  return { text: typeof json === "string" ? json : text, json: text };
}
