import { mentions } from "../codec/mentions.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { type Check, createRun, MAX_DEPTH, passes, RefusedValueError, type Run } from "../validation/check.js";
import { isEqual } from "../validation/is-equal.js";
import { compilePattern, matches } from "../validation/pattern.js";
import { resolveReference } from "../validation/resolve-reference.js";
import { SchemaCompiler } from "../validation/schema-compiler.js";
import { UnsupportedSchemaError } from "../validation/schema-errors.js";
import { isObject } from "../values/is-object.js";
import { readJson, readText } from "./read-text.js";

/**
 * Reads a value that does not fit a schema as it was probably meant. What fits stays as it is. Of the rest,
 * - properties that a closed object does not have are left out,
 * - text becomes the number, the boolean, the array or the object that it stands for,
 * - `null` becomes absent, if it is an optional property.
 *
 * The result may still not fit, so it must be checked. If a value can be read in two ways, it stays as it is.
 *
 * @returns the same value if there is nothing to change; otherwise a copy
 */
export function readLeniently(value: unknown, schema: JsonSchema): unknown {
  try {
    return new Reading(schema).read(schema, value);
  } catch (error) {
    if (error instanceof RefusedValueError) return value;
    throw error;
  }
}

/** What one reading has changed. A branch of a union for which more would have to change is further away. */
const CHANGED = 1;
/** A branch that has a property is always closer than one that does not. */
const DROPPED = 1000;

/** A value that takes longer to read stays as it is. */
const MAX_VISITS = 50_000;

interface Read {
  readonly result: unknown;
  readonly cost: number;
}

class Reading {
  readonly #root: JsonSchema;
  readonly #compiler: SchemaCompiler;
  readonly #checks = new Map<object, Check>();
  /** Its results are cached from the first reference on, because each branch of a union is checked many times. */
  readonly #run: Run = { ...createRun(), references: Number.POSITIVE_INFINITY };
  /** What was read before, because nested unions read the same parts in exponentially many ways. */
  readonly #reads = new Map<object, Map<object | string, Read>>();
  /** What texts stand for: each branch of a union reads them, and must find the same parts again. */
  readonly #texts = new Map<string, object | undefined>();
  #depth = 0;
  #visits = 0;
  #cost = 0;

  constructor(root: JsonSchema) {
    this.#root = root;
    this.#compiler = new SchemaCompiler(root);
  }

  read(schema: unknown, value: unknown): unknown {
    if (!isObject(schema)) return value;
    if ((typeof value !== "object" && typeof value !== "string") || value === null)
      return this.#readAnew(schema, value);
    const reads = this.#reads.get(schema) ?? new Map<object | string, Read>();
    this.#reads.set(schema, reads);
    const known = reads.get(value);
    if (known !== undefined) {
      this.#cost += known.cost;
      return known.result;
    }
    const before = this.#cost;
    const result = this.#readAnew(schema, value);
    reads.set(value, { result, cost: this.#cost - before });
    return result;
  }

  #readAnew(schema: JsonSchema, value: unknown): unknown {
    this.#visits += 1;
    if (this.#depth > MAX_DEPTH || this.#visits > MAX_VISITS) throw new RefusedValueError("depth", "too much to read");
    this.#depth += 1;
    let result = value;
    if (typeof schema.$ref === "string") {
      result = this.read(this.#targetOf(schema.$ref), result);
    }
    for (const branch of listOf(schema.allOf)) result = this.read(branch, result);
    for (const union of [schema.anyOf, schema.oneOf]) result = this.#readUnion(listOf(union), result);
    result = this.#readOwn(schema, result);
    this.#depth -= 1;
    return result;
  }

  /** The schema that a reference leads to; `undefined` if only Ajv can follow it, so that nothing is changed. */
  #targetOf(reference: string): unknown {
    try {
      return resolveReference(this.#root, reference, "").schema;
    } catch (error) {
      if (error instanceof UnsupportedSchemaError) return undefined;
      throw error;
    }
  }

  /** By the branch that fits with the fewest changes. */
  #readUnion(branches: readonly unknown[], value: unknown): unknown {
    if (branches.length === 0 || branches.some((branch) => this.#fits(branch, value))) return value;
    const before = this.#cost;
    let best: { readonly cost: number; readonly values: unknown[] } = { cost: Number.POSITIVE_INFINITY, values: [] };
    for (const branch of branches) {
      this.#cost = 0;
      const read = this.read(branch, value);
      if (read === value || this.#cost > best.cost || !this.#fits(branch, read)) continue;
      if (this.#cost < best.cost) best = { cost: this.#cost, values: [read] };
      else if (!best.values.some((other) => isEqual(other, read))) best.values.push(read);
    }
    const isCertain = best.values.length === 1;
    this.#cost = before + (isCertain ? best.cost : 0);
    return isCertain ? best.values[0] : value;
  }

  #readOwn(schema: JsonSchema, value: unknown): unknown {
    const result = typeof value === "string" ? this.#readText(schema, value) : value;
    if (Array.isArray(result)) return this.#readItems(schema, result);
    return isObject(result) ? this.#readMembers(schema, result) : result;
  }

  #readText(schema: JsonSchema, text: string): unknown {
    const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
    const types = new Set(values?.map(typeOf) ?? [schema.type].flat());
    if (values === undefined ? types.has("string") || schema.type === undefined : values.includes(text)) return text;
    // Clients repeat such parts of an object in headers. They cannot do so if the object is text.
    if (mentions(schema, "x-mcp-header")) types.delete("object");
    const read = readText(text, types, (json) => this.#parse(json));
    if (read === undefined || values?.some((one) => isEqual(one, read)) === false) return text;
    this.#cost += CHANGED;
    return read;
  }

  #parse(json: string): object | undefined {
    if (!this.#texts.has(json)) this.#texts.set(json, readJson(json));
    return this.#texts.get(json);
  }

  #readItems({ prefixItems, items }: JsonSchema, value: readonly unknown[]): readonly unknown[] {
    const prefix = listOf(prefixItems);
    let result: unknown[] | undefined;
    for (const [index, item] of value.entries()) {
      const read = this.read(index < prefix.length ? prefix[index] : items, item);
      if (read === item) continue;
      result ??= [...value];
      result[index] = read;
    }
    return result ?? value;
  }

  #readMembers(schema: JsonSchema, value: { readonly [key: string]: unknown }): object {
    const { properties = {}, additionalProperties: rest } = schema;
    const patterns = Object.entries((schema.patternProperties ?? {}) as object).map(
      ([pattern, inner]) => [compilePattern(pattern, ""), inner] as const,
    );
    const required = listOf(schema.required);
    let hasChanged = false;
    const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
      const own = Object.hasOwn(properties as object, key)
        ? (properties as { readonly [key: string]: unknown })[key]
        : undefined;
      const found = patterns.filter(([pattern]) => matches(pattern, key)).map(([, inner]) => inner);
      if (own !== undefined) found.push(own);
      const isUnknown = found.length === 0 && rest === false;
      const isAbsent = member === null && own !== undefined && !required.includes(key) && !this.#fits(own, null);
      if (isUnknown || isAbsent) {
        this.#cost += isUnknown ? DROPPED : CHANGED;
        hasChanged = true;
        return [];
      }
      const read = (found.length > 0 ? found : [rest]).reduce<unknown>((last, inner) => this.read(inner, last), member);
      hasChanged ||= read !== member;
      return [[key, read]];
    });
    return hasChanged ? Object.fromEntries(members) : value;
  }

  /** Whether a value fits as it is. If nobody but Ajv knows, it counts as fitting, so that nothing is changed. */
  #fits(schema: unknown, value: unknown): boolean {
    if (!isObject(schema)) return schema !== false;
    try {
      const check = this.#checks.get(schema) ?? this.#compiler.compile(schema, "");
      this.#checks.set(schema, check);
      return passes(check, value, this.#run);
    } catch (error) {
      if (error instanceof UnsupportedSchemaError) return true;
      throw error;
    }
  }
}

function listOf(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [];
}

/** JSON Schema's name for the type of a value. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
