import type { Output } from "../primitives/primitive.js";
import { formatIssues } from "../validation/format-issues.js";
import type { JsonText } from "./to-json.js";

/**
 * The JSON of a value, as its type says it.
 *
 * @throws TypeError when the value is not what the type says
 */
export async function toCheckedJson(value: unknown, { encode, validate }: Output): Promise<JsonText> {
  const json = encode(value);
  const issues = await validate(json);
  if (issues.length === 0) return { json, text: JSON.stringify(json) };
  throw new TypeError(`The returned value does not match the return type:\n${formatIssues(issues, "result")}`);
}
