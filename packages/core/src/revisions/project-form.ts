import { ToolError } from "../tool-error.js";

/**
 * Converts the form of an elicitation to revision 2025-06-18, which has choices as `enum` with `enumNames`, and
 * defaults for booleans only.
 *
 * @throws ToolError for a field with several choices, which that revision does not have
 */
export function projectForm(form: unknown, revision: string): unknown {
  if (revision >= "2025-11-25" || typeof form !== "object" || form === null) return form;
  const { properties = {}, ...rest } = form as { properties?: Record<string, Field> };
  const fields = Object.entries(properties).map(([name, field]) => [name, projectField(name, field)]);
  return { ...rest, properties: Object.fromEntries(fields) };
}

interface Field {
  readonly type?: string;
  readonly default?: unknown;
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
}

function projectField(name: string, field: Field): object {
  if (field.type === "array") {
    throw new ToolError(`The client's revision has no fields with several choices, and "${name}" is one.`);
  }
  if (field.type === "boolean") return field;
  const { default: _unknown, oneOf: choices, ...rest } = field;
  if (choices === undefined) return rest;
  return { ...rest, enum: choices.map((choice) => choice.const), enumNames: choices.map((choice) => choice.title) };
}
