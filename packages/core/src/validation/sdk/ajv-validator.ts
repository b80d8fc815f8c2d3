import type { JsonSchema } from "../../manifest/json-schema.js";
import { fromAjvText } from "../ajv-issues.js";
import { tooDeep } from "../check.js";
import { NO_ISSUES, refusal, type Validate } from "../compile-schema.js";
import { KNOWN_KEYWORDS } from "../keywords/index.js";
import { refuseStrangeReferences } from "../refuse-strange-references.js";
import { refuseUnheardKeywords } from "../refuse-unheard-keywords.js";
import type { ValidationIssue } from "../report.js";
import { UnsupportedSchemaError } from "../schema-errors.js";

/**
 * Validates with the Ajv that the protocol SDK contains, which is loaded at the first validation.
 *
 * @throws UnsupportedSchemaError when Ajv does not know a keyword either, or cannot run here
 * @throws InvalidSchemaError when it refers to what it does not contain
 */
export function createAjvValidator(
  schema: JsonSchema,
  unsupported: UnsupportedSchemaError,
): (value: unknown) => Promise<readonly ValidationIssue[]> {
  refuseUnheardKeywords(schema, KNOWN_KEYWORDS);
  refuseStrangeReferences(schema);
  if (!canEvaluate()) throw new UnsupportedSchemaError(unsupported.pointer, NO_EVAL);
  let validate: Promise<Validate> | undefined;
  return async (value) => {
    validate ??= compileWithAjv(schema, unsupported);
    return (await validate)(value);
  };
}

async function compileWithAjv(schema: JsonSchema, unsupported: UnsupportedSchemaError): Promise<Validate> {
  const { AjvJsonSchemaValidator } = await import("@modelcontextprotocol/server/validators/ajv");
  // One instance for each schema, because an instance confuses two schemas with the same `$id`.
  const ajv = new AjvJsonSchemaValidator();
  const validate = compile();
  return (value) => {
    try {
      const result = validate(value);
      return result.valid ? NO_ISSUES : fromAjvText(result.errorMessage, value);
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
        `${unsupported.message} Ajv, which takes over such schemas, cannot compile this one, either: ${problem}. ` +
          "Remove the keyword or correct the schema.",
        { cause },
      );
    }
  }
}

const NO_EVAL =
  "only Ajv knows it, and Ajv needs eval, which this runtime forbids (Workers do, too); write the schema without the keyword";

/** Whether this runtime allows code from text. */
function canEvaluate(): boolean {
  try {
    new Function("");
    return true;
  } catch {
    return false;
  }
}
