import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema, type Validate } from "./compile-schema.js";
import { isPlainSchema } from "./is-plain-schema.js";
import type { ValidationIssue } from "./report.js";
import { UnsupportedSchemaError } from "./schema-errors.js";
import { createAjvValidator } from "./sdk/ajv-validator.js";

/** Returns what is wrong with a value; asynchronously if Ajv is needed. Rejects if Ajv cannot use the schema either. */
export type Validator = (value: unknown) => readonly ValidationIssue[] | Promise<readonly ValidationIssue[]>;

/**
 * Compiles a schema into closures: at the first validation, if nothing can be wrong with it. If it has a keyword that they
 * do not know, Ajv validates instead; it is loaded at the first validation.
 *
 * @param options.isLater Whether to compile it at the first validation. @default if nothing can be wrong with it
 * @param options.isOutput Whether the values are the server's own, and not a client's
 * @throws InvalidSchemaError when the schema is invalid
 * @throws UnsupportedSchemaError when Ajv does not know the keyword either, or cannot run here
 */
export function createValidator(
  schema: JsonSchema | boolean,
  {
    isLater = typeof schema === "object" && isPlainSchema(schema),
    isOutput = false,
  }: { readonly isLater?: boolean; readonly isOutput?: boolean } = {},
): Validator {
  if (isLater) {
    let validate: Validate | undefined;
    return (value) => {
      validate ??= compileSchema(schema, isOutput);
      return validate(value);
    };
  }
  try {
    return compileSchema(schema, isOutput);
  } catch (error) {
    if (error instanceof UnsupportedSchemaError && typeof schema === "object") return createAjvValidator(schema, error);
    throw error;
  }
}
