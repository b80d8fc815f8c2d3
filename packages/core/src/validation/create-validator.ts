import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";
import type { ValidationIssue } from "./report.js";
import { UnsupportedSchemaError } from "./schema-errors.js";
import { createAjvValidator } from "./sdk/ajv-validator.js";

/** Returns what is wrong with a value; asynchronously if Ajv is needed. Rejects if Ajv cannot use the schema either. */
export type Validator = (value: unknown) => readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/**
 * Compiles a schema into closures. If it has a keyword that they do not know, Ajv validates instead; it is loaded at
 * the first validation.
 *
 * @throws InvalidSchemaError when the schema is invalid
 * @throws UnsupportedSchemaError when Ajv does not know the keyword either, or cannot run here
 */
export function createValidator(schema: JsonSchema | boolean): Validator {
  try {
    return compileSchema(schema);
  } catch (error) {
    if (error instanceof UnsupportedSchemaError && typeof schema === "object") return createAjvValidator(schema, error);
    throw error;
  }
}
