import type { StandardSchemaV1 } from "@modelcontextprotocol/server";
import type { JsonSchema } from "../json-schema.js";
import { createValidator } from "../validation/create-validator.js";
import { formatIssues } from "../validation/format-issues.js";

/** The schema of a method's parameters, for `setRequestHandler`: of one that the SDK does not know, or checks poorly. */
export function paramsSchema<T>(
  properties: Readonly<Record<keyof T & string, JsonSchema>>,
  required: readonly (keyof T & string)[],
): StandardSchemaV1<unknown, T> {
  const validate = createValidator({ type: "object", properties, required });
  return {
    "~standard": {
      version: 1,
      vendor: "plainmcp",
      validate: async (params) => {
        const issues = await validate(params);
        return issues.length > 0 ? { issues: [{ message: formatIssues(issues, "params") }] } : { value: params as T };
      },
    },
  };
}
