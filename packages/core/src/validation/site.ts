import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";
import type { Check } from "./check.js";
import { toJsonPointer } from "./json-pointer.js";
import { InvalidSchemaError } from "./schema-errors.js";

/** The schema object of a keyword, with functions that compile the schemas in the keyword. */
export interface Site {
  readonly schema: JsonSchema;
  /** The JSON Pointer of the schema object. */
  readonly pointer: string;
  /** Whether the values are the server's own, and not a client's. */
  readonly isOutput: boolean;
  /** Compiles the schema at this path below the schema object, for a part of the value. */
  child(schema: unknown, path: readonly (string | number)[]): Check;
  /** Compiles the schema at this path below the schema object, for the same value. */
  inPlace(schema: unknown, path: readonly (string | number)[]): Check;
  /** Finds the target of a `$ref`. */
  resolve(reference: string): ResolvedReference;
}

/** The target of a `$ref`. */
export interface ResolvedReference {
  readonly schema: unknown;
  /** The check of that schema, for the same value. */
  readonly check: Check;
}

/** Compiles keywords to a check; `undefined` if they have no requirements. */
export type Keyword = (site: Site) => Check | undefined;

/** Reads a keyword whose value is a number. @throws InvalidSchemaError */
export function readNumber(site: Site, keyword: string): number {
  const value = site.schema[keyword];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalid(site, keyword, "a number");
}

/** Reads a keyword whose value is a count. @throws InvalidSchemaError */
export function readCount(site: Site, keyword: string): number {
  const value = site.schema[keyword];
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw invalid(site, keyword, "a whole number, 0 or more");
}

/** Reads a keyword whose value is a string. @throws InvalidSchemaError */
export function readString(site: Site, keyword: string): string {
  const value = site.schema[keyword];
  if (typeof value === "string") return value;
  throw invalid(site, keyword, "a string");
}

/** Reads a keyword whose value is an array. @throws InvalidSchemaError */
export function readArray(site: Site, keyword: string): readonly unknown[] {
  const value = site.schema[keyword];
  if (Array.isArray(value)) return value;
  throw invalid(site, keyword, "an array");
}

/** Reads a keyword whose value is an array of strings. @throws InvalidSchemaError */
export function readStrings(site: Site, keyword: string): readonly string[] {
  const values = readArray(site, keyword);
  if (values.every((value) => typeof value === "string")) return values;
  throw invalid(site, keyword, "an array of strings");
}

/**
 * Reads the entries of a keyword whose value is an object; none if the keyword is absent. @throws InvalidSchemaError
 */
export function readEntries(site: Site, keyword: string): readonly (readonly [string, unknown])[] {
  return Object.entries(readObject(site, keyword));
}

/** Reads a keyword whose value is an object; an empty one if the keyword is absent. @throws InvalidSchemaError */
export function readObject(site: Site, keyword: string): { readonly [key: string]: unknown } {
  const value = site.schema[keyword];
  if (value === undefined) return EMPTY;
  if (isObject(value)) return value;
  throw invalid(site, keyword, "an object");
}

const EMPTY = {};

/** The error for a keyword with the wrong kind of value. */
export function invalid(site: Site, keyword: string, expected: string): InvalidSchemaError {
  return new InvalidSchemaError(site.pointer + toJsonPointer([keyword]), `"${keyword}" must be ${expected}`);
}
