import { createDecoder } from "../codec/create-decoder.js";
import type { JsonSchema } from "../json-schema.js";
import { stripInternalKeywords } from "../strip-internal-keywords.js";
import { createValidator } from "../validation/create-validator.js";
import { formatIssues } from "../validation/format-issues.js";
import type { Reading } from "./question.js";

/** A form: what the client is shown, and how what the person filled in is read. */
export interface Form {
  /** The schema with the keywords that a client knows. */
  readonly requestedSchema: JsonSchema;
  read(content: unknown): Promise<Reading<unknown>>;
}

/** @throws InvalidSchemaError when the schema is wrong in itself */
export function createForm(schema: JsonSchema): Form {
  const checked = withoutHints(schema);
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

/** The protocol has a form's root hold these and nothing else. */
function toRequestedSchema(schema: JsonSchema): JsonSchema {
  const { properties = {}, required } = stripInternalKeywords(schema);
  return { type: "object", properties, ...(required !== undefined && { required }) };
}

/**
 * The schema of the answer. `enumNames`, the protocol's older way to give choices their titles, is no keyword of JSON
 * Schema. A default is a suggestion: an answer has it if the person left it as it was, and otherwise nobody gave it.
 */
function withoutHints(schema: JsonSchema): JsonSchema {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const checked = properties.map(([name, { enumNames: _titles, default: _suggestion, ...property }]) => [
    name,
    property,
  ]);
  return { ...schema, properties: Object.fromEntries(checked) };
}
