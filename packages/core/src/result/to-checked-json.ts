import type { Output } from "../registry/registry.js";
import { formatIssues } from "../validation/format-issues.js";
import { type JsonText, toJson } from "./to-json.js";

/**
 * The JSON of a value, as its type says it.
 *
 * @throws TypeError when the value is not what the type says
 */
export async function toCheckedJson(value: unknown, output: Output): Promise<JsonText> {
  const found = toJson(output.encode(value));
  const issues = await output.validate(found.json);
  if (issues.length === 0) return found;
  throw new TypeError(`The returned value is not what the return type says:\n${formatIssues(issues, "result")}`);
}
