import type { Output } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { formatIssues } from "../validation/format-issues.js";
import type { JsonText } from "./to-json.js";

/**
 * Encodes a value as the JSON of its type, and checks it.
 *
 * @throws TypeError when the value does not match the type
 */
export function toCheckedJson(value: unknown, output: Output): Awaitable<JsonText> {
  const json = output.encode(value);
  return after(output.validate(json), (issues) => {
    if (issues.length === 0) return { json, text: JSON.stringify(json) };
    throw new TypeError(`The returned value does not match the return type:\n${formatIssues(issues, "result")}`);
  });
}
