import { RefusedValueError } from "./check.js";
import { InvalidSchemaError } from "./schema-errors.js";

/**
 * Compiles text to a regular expression as JSON Schema defines it.
 *
 * @param pointer The JSON Pointer of the text within the schema
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

/** Whether text matches. @throws RefusedValueError when the text is too long for the engine */
export function matches(regExp: RegExp, text: string): boolean {
  try {
    return regExp.test(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected = `text short enough to be matched with ${regExp.source}`;
    throw new RefusedValueError("pattern", `expected ${expected}, got ${text.length} characters`);
  }
}
