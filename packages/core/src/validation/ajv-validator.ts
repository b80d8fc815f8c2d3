import type { JsonSchema } from "../json-schema.js";
import { tooDeep } from "./check.js";
import { NO_ISSUES, refusal, type Validate } from "./compile-schema.js";
import type { ValidationIssue } from "./report.js";
import type { UnsupportedSchemaError } from "./schema-errors.js";

/** Validates with the Ajv that the protocol SDK carries, loaded and compiled at the first validation. */
export function createAjvValidator(
  schema: JsonSchema,
  unsupported: UnsupportedSchemaError,
): (value: unknown) => Promise<readonly ValidationIssue[]> {
  let validate: Promise<Validate> | undefined;
  return async (value) => {
    validate ??= compileWithAjv(schema, unsupported);
    return (await validate)(value);
  };
}

async function compileWithAjv(schema: JsonSchema, unsupported: UnsupportedSchemaError): Promise<Validate> {
  const { AjvJsonSchemaValidator } = await import("@modelcontextprotocol/server/validators/ajv");
  // One instance for each schema: an instance takes two schemas of the same `$id` for one.
  const ajv = new AjvJsonSchemaValidator();
  const validate = compile();
  return (value) => {
    try {
      const result = validate(value);
      return result.valid ? NO_ISSUES : toIssues(result.errorMessage);
    } catch (error) {
      if (error instanceof RangeError) return refusal(tooDeep());
      throw error;
    }
  };

  function compile(): ReturnType<typeof ajv.getValidator> {
    try {
      return ajv.getValidator(schema as object);
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `${unsupported.message} Ajv, which takes over such schemas, cannot compile this one either: ${problem}. ` +
          "(Ajv needs eval, which Workers forbid.) Remove the keyword or correct the schema.",
        { cause },
      );
    }
  }
}

/** Ajv's text is `data/path message, data/path message`. */
function toIssues(text: string): readonly ValidationIssue[] {
  return text.split(/, (?=data[/ ])/).map((part) => {
    const [, path = "", message = part] = /^data(\/\S*)? (.*)$/s.exec(part) ?? [];
    return { path, keyword: "ajv", message };
  });
}
