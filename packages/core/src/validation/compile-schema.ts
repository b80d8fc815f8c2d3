import type { JsonSchema } from "../manifest/json-schema.js";
import { createRun, RefusedValueError } from "./check.js";
import { Report, type ValidationIssue } from "./report.js";
import { SchemaCompiler } from "./schema-compiler.js";

/** Returns what is wrong with a value. For a valid value, it returns {@link NO_ISSUES}. */
export type Validate = (value: unknown) => readonly ValidationIssue[];

/** What {@link Validate} returns for a valid value. */
export const NO_ISSUES: readonly ValidationIssue[] = Object.freeze([]);

/**
 * Compiles a JSON Schema 2020-12 into closures. It does not use `eval`, so it runs on Workers.
 *
 * @param isOutput Whether the values are the server's own, and not a client's
 * @throws UnsupportedSchemaError naming the keyword that the closures do not know
 * @throws InvalidSchemaError when the schema is invalid
 *
 * @example
 * ```ts
 * const validate = compileSchema({ type: "object", properties: { city: { type: "string" } } });
 * validate({ city: 5 }); // [{ path: "/city", keyword: "type", message: "expected string, got number 5" }]
 * ```
 */
export function compileSchema(schema: JsonSchema | boolean, isOutput = false): Validate {
  const check = new SchemaCompiler(schema, isOutput).compile(schema, "");
  return (value) => {
    try {
      if (check(value, createRun())) return NO_ISSUES;
      const report = new Report();
      check(value, createRun(report));
      return report.toIssues();
    } catch (error) {
      if (error instanceof RefusedValueError) return refusal(error);
      throw error;
    }
  };
}

/** The single issue of a value that cannot be checked completely. */
export function refusal({ keyword, message }: RefusedValueError): readonly ValidationIssue[] {
  return [{ path: "", keyword, message }];
}
