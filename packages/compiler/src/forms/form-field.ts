import { valuesOf } from "../json-schema/resolve.js";
import type { Schema } from "../json-schema/schema.js";

/** A field of a form, or why it is not possible. */
export type FormField = { readonly field: Schema } | Problem;

interface Problem {
  readonly problem: string;
  /** What to write instead. */
  readonly help: string;
}

/** The schema of a property, in the few keywords that the protocol allows for the fields of a form. */
export function formField(schema: Schema): FormField {
  const { title, description, default: initial, "x-ts": type } = schema;
  const result = fieldOf(schema);
  if ("problem" in result) return result;
  if (initial !== undefined && !isWithin(initial, result.field)) return OUT_OF_BOUNDS;
  return {
    field: {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...result.field,
      ...(initial !== undefined && { default: initial }),
      ...(type !== undefined && { "x-ts": type }),
    },
  };
}

function fieldOf(schema: Schema): FormField {
  const choices = valuesOf(schema);
  if (choices) return choiceField(choices, schema);
  switch (schema.type) {
    case "string":
      return textField(schema);
    case "number":
    case "integer":
      return plainField(schema, ["minimum", "maximum"], "Write @minimum or @maximum.");
    case "boolean":
      return plainField(schema, [], "Leave it out.");
    case "array":
      return listField(schema);
    case "null":
      return NULL;
    case "object":
      return OBJECT;
    default:
      return schema.$ref === undefined ? mixed(schema) : OBJECT;
  }
}

const OBJECT: Problem = {
  problem: "a field cannot be an object",
  help: "Write the object's properties beside the others: street and city instead of address.",
};

const NULL: Problem = { problem: "a field cannot be null", help: "Make the property optional instead: nick?: string." };

const MIXED: Problem = {
  problem: "a field must have exactly one type",
  help: "Write string, a union of string literals, number, or boolean.",
};

const OUT_OF_BOUNDS: Problem = {
  problem: "its @default does not satisfy its other tags",
  help: "Write a @default that satisfies them.",
};

function mixed({ anyOf = [], type = [] }: Schema): Problem {
  const parts = [...(anyOf as readonly Schema[]).map((part) => part.type), ...[type].flat()];
  return parts.includes("null") ? NULL : MIXED;
}

function textField(schema: Schema): FormField {
  const { format, "x-ts": type } = schema;
  if (type !== undefined && type !== "Date" && type !== "URL") {
    return { problem: `forms have no field for ${type}`, help: "Write string, and convert the answer in the method." };
  }
  if (format !== undefined && !FORMATS.has(format)) {
    return {
      problem: `a field cannot have the format ${format}`,
      help: "The formats are email, uri, date and date-time.",
    };
  }
  const help = "Write string, and check the answer in the method.";
  return plainField(schema, ["minLength", "maxLength", "format"], help);
}

const FORMATS: ReadonlySet<unknown> = new Set(["email", "uri", "date", "date-time"]);

/**
 * A field with a type and some of its keywords. Other constraints are refused, because no client would enforce them.
 */
function plainField(schema: Schema, keywords: readonly string[], help: string): FormField {
  const other = Object.keys(schema).find((keyword) => !keywords.includes(keyword) && !HARMLESS.has(keyword));
  if (other !== undefined) return { problem: `a field of type ${schema.type} cannot have ${other}`, help };
  return { field: pick(schema, ["type", ...keywords]) };
}

/** Keywords that every field may have, or that do not constrain the answer. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...["type", "title", "description", "default", "x-ts", "x-notes", "examples", "deprecated", "x-mcp-header"],
]);

/** One value of a choice, and its label. */
interface Choice {
  readonly const: string;
  readonly title: string | undefined;
}

function choiceField(values: readonly unknown[], schema: Schema): FormField {
  const refusal = refusalOf(values);
  if (refusal) return refusal;
  const choices = titled(values as readonly string[], schema);
  return { field: { type: "string", ...(choices ? { oneOf: choices } : { enum: values }) } };
}

function refusalOf(values: readonly unknown[]): Problem | undefined {
  if (values.includes(null)) return NULL;
  if (values.every((value) => typeof value === "string")) return undefined;
  if (values.every((value) => typeof value === "boolean"))
    return { problem: "a boolean field must allow both true and false", help: "Write boolean." };
  return { problem: "choices must be strings", help: 'Write string literals: "1" | "2".' };
}

/** The values with their comments as labels; undefined if there are no comments. */
function titled(values: readonly string[], { "x-notes": notes }: Schema): readonly Choice[] | undefined {
  const titleOf = (value: string) => notes?.find((note) => note.value === value)?.text.replace(/\s+/g, " ");
  return notes && values.map((value) => ({ const: value, title: titleOf(value) ?? value }));
}

function listField(schema: Schema): FormField {
  const items = (schema.items ?? {}) as Schema;
  const values = valuesOf(items);
  if (!values || refusalOf(values)) {
    return { problem: "a list can only hold choices", help: 'Write an array of string literals: ("a" | "b")[].' };
  }
  const initial = (schema.default ?? []) as readonly unknown[];
  if (!initial.every((value) => values.includes(value))) {
    return { problem: "its @default is not one of its choices", help: `Write some of ${JSON.stringify(values)}.` };
  }
  const choices = titled(values as readonly string[], items);
  return {
    field: {
      ...pick(items, schema.description === undefined ? ["description"] : []),
      type: "array",
      items: choices ? { anyOf: choices } : { type: "string", enum: values },
      ...pick(schema, ["minItems", "maxItems"]),
    },
  };
}

function pick(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(keywords.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])));
}

/** Whether a value satisfies the limits of a field. */
function isWithin(value: unknown, field: Schema): boolean {
  if (typeof value === "string") return isBetween([...value].length, field.minLength, field.maxLength);
  if (Array.isArray(value)) return isBetween(value.length, field.minItems, field.maxItems);
  if (typeof value !== "number") return true;
  return isBetween(value, field.minimum, field.maximum) && (field.type !== "integer" || Number.isInteger(value));
}

function isBetween(size: number, least: unknown, most: unknown): boolean {
  return size >= ((least as number | undefined) ?? size) && size <= ((most as number | undefined) ?? size);
}
