import { FaultError } from "../dispatch/fault-error.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { createValidator } from "../validation/create-validator.js";
import { formatIssues } from "../validation/format-issues.js";

/** Makes a function that checks a method's params: an object with these properties. */
export function checkParams(
  method: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): (params: unknown) => Awaitable<void> {
  const validate = createValidator({ type: "object", properties, required });
  return (params) =>
    after(validate(params), (issues) => {
      if (issues.length === 0) return;
      const message = `Invalid params for ${method}: ${formatIssues(issues, "params")}`;
      throw new FaultError({ kind: "invalid-params", message });
    });
}

/** The schema of a string. */
export const TEXT: JsonSchema = { type: "string" };
