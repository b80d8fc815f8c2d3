import { RefusedValueError } from "./check.js";
import { InvalidSchemaError } from "./schema-errors.js";

/**
 * Reads text as a regular expression, the way JSON Schema means it.
 *
 * @param pointer JSON Pointer of the text within the schema
 * @throws InvalidSchemaError
 */
export function compilePattern(source: string, pointer: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidSchemaError(pointer, problem, { cause });
  }
}

/** Asks whether text matches. @throws RefusedValueError when it is so long that the engine gives up */
export function matches(regExp: RegExp, text: string): boolean {
  try {
    return regExp.test(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected = `text short enough to be matched with ${regExp.source}`;
    throw new RefusedValueError("pattern", `expected ${expected}, got ${text.length} characters`);
  }
}
