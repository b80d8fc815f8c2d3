import { isObject } from "../values/is-object.js";
import { fromJsonPointer } from "./json-pointer.js";
import { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";

/** The schema that a `$ref` points to, and its place. */
export interface Target {
  readonly schema: unknown;
  /** JSON Pointer from the root of the document. */
  readonly pointer: string;
}

/**
 * Finds the schema that `#` or `#/…` points to in a schema document. @throws UnsupportedSchemaError, InvalidSchemaError
 */
export function resolveReference(root: unknown, reference: string, at: string): Target {
  if (reference !== "#" && !reference.startsWith("#/")) {
    throw new UnsupportedSchemaError(at, `"${reference}" is not a JSON Pointer into the same schema`);
  }
  const pointer = decodeFragment(reference, at);
  let schema = root;
  for (const token of fromJsonPointer(pointer)) {
    const found = (isObject(schema) || Array.isArray(schema)) && Object.hasOwn(schema, token);
    if (!found) throw new InvalidSchemaError(at, `nothing found at "${reference}"`);
    schema = (schema as { readonly [key: string]: unknown })[token];
  }
  return { schema, pointer };
}

function decodeFragment(reference: string, at: string): string {
  try {
    return decodeURIComponent(reference.slice(1));
  } catch (cause) {
    throw new InvalidSchemaError(at, `"${reference}" has an invalid percent-encoding`, { cause });
  }
}
