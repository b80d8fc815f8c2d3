import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { evaluate } from "../../typescript/evaluate.js";
import type { ts } from "../../typescript/typescript.js";

/**
 * The `default` keyword for a default value, as a client would send it; empty if the value is only known when the
 * method runs, which then fills it in itself.
 */
export function defaultValue(initializer: ts.Expression | undefined, project: Project): Schema {
  if (!initializer) return {};
  const result = evaluate(initializer, project.checker);
  if (!("value" in result)) return {};
  if (typeof result.value === "bigint") return { default: String(result.value) };
  return isJson(result.value) ? { default: result.value } : {};
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "object" && Object.values(value).every(isJson);
}
