import { createDecoder } from "../codec/create-decoder.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { stripInternalKeywords } from "../manifest/strip-internal-keywords.js";
import type { Form } from "../primitives/form.js";
import { createValidator } from "../validation/create-validator.js";
import { formatIssues } from "../validation/format-issues.js";

/** Makes a form from its schema. @throws InvalidSchemaError for an invalid schema */
export function createForm(schema: JsonSchema): Form {
  const checked = withoutTitles(schema);
  const validate = createValidator(checked);
  const decode = createDecoder(checked) ?? ((content: unknown) => content);
  return {
    requestedSchema: toRequestedSchema(schema),
    read: async (content) => {
      const issues = await validate(content);
      return issues.length > 0 ? { problem: formatIssues(issues, "content") } : { value: decode(content) };
    },
  };
}

/** The protocol allows only these keywords at the root of a form. */
function toRequestedSchema(schema: JsonSchema): JsonSchema {
  const { properties = {}, required } = stripInternalKeywords(schema);
  return { type: "object", properties, ...(required !== undefined && { required }) };
}

/** `enumNames` is the protocol's older way to name choices. JSON Schema has no such keyword. */
function withoutTitles(schema: JsonSchema): JsonSchema {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const checked = properties.map(([name, { enumNames: _titles, ...property }]) => [name, property]);
  return { ...schema, properties: Object.fromEntries(checked) };
}
