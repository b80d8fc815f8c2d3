import { inPlaceSubschemas } from "../codec/subschemas.js";
import { hostKeys } from "../manifest/host-keys.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import type { Arguments } from "../primitives/primitive.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { UnsupportedSchemaError } from "../validation/schema-errors.js";
import { isObject } from "../values/is-object.js";

/**
 * Leaves out what the client's host adds to all calls, unless the tool has an argument of that name. A tool that takes
 * arguments of any name loses them only if the call is surely one of that host. Returns the same arguments if there is
 * nothing to leave out.
 *
 * @param schema The schema that clients see
 */
export function dropHostKeys(args: Arguments, schema: JsonSchema): Arguments {
  const added = hostKeys().filter(({ keys }) => keys.some((key) => Object.hasOwn(args, key)));
  if (added.length === 0) return args;
  const parts = partsOf(schema, schema, new Set());
  const isOpen = takesAnyName(parts);
  const dropped = added
    .filter(({ mark }) => !isOpen || Object.hasOwn(args, mark))
    .flatMap(({ keys }) => keys.filter((key) => Object.hasOwn(args, key) && !names(parts, key)));
  if (dropped.length === 0) return args;
  return Object.fromEntries(Object.entries(args).filter(([key]) => !dropped.includes(key)));
}

/** All schemas that describe the arguments as a whole. */
function partsOf(schema: unknown, root: JsonSchema, seen: Set<unknown>): readonly JsonSchema[] {
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const inner = [
    ...inPlaceSubschemas(schema).map((sub) => sub.schema),
    ...["if", "then", "else"].map((keyword) => schema[keyword]),
    ...Object.values(isObject(schema.dependentSchemas) ? schema.dependentSchemas : {}),
    typeof schema.$ref === "string" ? targetOf(schema.$ref, root) : undefined,
  ];
  return [schema, ...inner.flatMap((one) => partsOf(one, root, seen))];
}

/** A schema that only Ajv finds may name anything. */
function targetOf(reference: string, root: JsonSchema): unknown {
  try {
    return resolveReference(root, reference, "").schema;
  } catch (error) {
    if (error instanceof UnsupportedSchemaError) return { additionalProperties: true };
    throw error;
  }
}

function takesAnyName(parts: readonly JsonSchema[]): boolean {
  const rests = parts.flatMap(({ additionalProperties: a, unevaluatedProperties: b }) => [a, b]);
  if (rests.some((rest) => rest !== undefined && rest !== false)) return true;
  // Schemas that are written by hand often do not say that there are no other names.
  return (
    !rests.includes(false) && parts.every(({ properties, patternProperties }) => !properties && !patternProperties)
  );
}

function names(parts: readonly JsonSchema[], key: string): boolean {
  return parts.some(
    ({ properties = {}, patternProperties = {} }) =>
      Object.hasOwn(properties as object, key) ||
      Object.keys(patternProperties as object).some((pattern) => matches(compilePattern(pattern, ""), key)),
  );
}
