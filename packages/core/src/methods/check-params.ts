import { FaultError } from "../dispatch/fault-error.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import { createValidator } from "../validation/create-validator.js";
import { formatIssues } from "../validation/format-issues.js";
import type { ValidationIssue } from "../validation/report.js";
import { isObject } from "../values/is-object.js";

/** Makes a function that checks a method's params: an object with these properties. */
export function checkParams(
  method: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): (params: unknown) => Awaitable<void> {
  const validate = createValidator({ type: "object", properties, required });
  const refuse = (issues: readonly ValidationIssue[]): never => {
    const message = `Invalid params for ${method}: ${formatIssues(issues, "params")}`;
    throw new FaultError({ kind: "invalid-params", message });
  };
  return (params) =>
    after(validate(params), (issues) => (issues.length === 0 ? undefined : after(validate(ownOf(params)), refuse)));
}

/** The params that a message about them mentions: those that do not belong to the protocol. */
function ownOf(params: unknown): unknown {
  if (!isObject(params)) return params;
  const { _meta, requestState, inputResponses, ...own } = params;
  return own;
}

/** The schema of a string. */
export const TEXT: JsonSchema = { type: "string" };
