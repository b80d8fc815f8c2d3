import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";
import type { ValidationIssue } from "./report.js";
import { UnsupportedSchemaError } from "./schema-errors.js";
import { createAjvValidator } from "./sdk/ajv-validator.js";

/** Says what is wrong with a value, later if Ajv has to be loaded. Rejects when the schema is one that Ajv cannot use either. */
export type Validator = (value: unknown) => readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/**
 * Compiles a schema into closures or, if it has a keyword they do not know, leaves it to Ajv, which is loaded at the first
 * validation.
 *
 * @throws InvalidSchemaError when the schema is wrong in itself
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
