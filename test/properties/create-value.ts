import type { JsonSchema } from "@plainmcp/core";
import fc, { type GeneratorValue } from "fast-check";
import { anyJson, anyKey } from "./arbitraries.js";
import { createNumber } from "./create-number.js";
import { createText } from "./create-text.js";
import { judgedByAjv } from "./oracle.js";
import { refuseUnknownKeywords } from "./refuse-unknown-keywords.js";

/**
 * Makes a random value that a schema accepts, from the keywords that the compiler emits.
 *
 * @throws Error for a schema with another keyword, so that none goes untested
 */
export function createValue(root: JsonSchema, random: GeneratorValue): unknown {
  return make(root, 0);

  function make(schema: unknown, depth: number): unknown {
    if (schema === true) return random(anyJson);
    if (typeof schema !== "object" || schema === null) throw new Error(`No value passes ${JSON.stringify(schema)}`);
    return makeOf(schema as JsonSchema, depth);
  }

  function makeOf(schema: JsonSchema, depth: number): unknown {
    refuseUnknownKeywords(schema);
    if ("const" in schema) return schema.const;
    if (Array.isArray(schema.enum)) return pick(schema.enum);
    if (typeof schema.$ref === "string") return make(resolve(root, schema.$ref), depth + 1);
    // Made for one of the parts, and tried until the others hold.
    if (Array.isArray(schema.allOf)) {
      const { allOf, ...rest } = schema;
      return attempt(
        () => makeOf({ ...rest, ...(pick([{}, ...allOf]) as JsonSchema) }, depth),
        (value) => judgedByAjv(schema, value),
      );
    }
    // Of these, only constants of which no two are the same are emitted.
    if (Array.isArray(schema.oneOf)) return make(pick(schema.oneOf), depth + 1);
    if (Array.isArray(schema.anyOf)) return make(pick(affordable(schema.anyOf, depth)), depth + 1);
    switch (pick(typesOf(schema))) {
      case "string":
        return createText(schema, random);
      case "number":
        return createNumber(schema, random, false);
      case "integer":
        return createNumber(schema, random, true);
      case "boolean":
        return random(fc.boolean);
      case "null":
        return null;
      case "array":
        return makeArray(schema, depth);
      case "object":
        return attempt(
          () => makeObject(schema, depth),
          (object) => hasSize(object, schema),
        );
      default:
        return random(anyJson);
    }
  }

  /** Tries until a value is as it should be. */
  function attempt<T>(create: () => T, isGood: (value: T) => boolean): T {
    let value = create();
    for (let tries = 0; !isGood(value) && tries < 1000; tries += 1) value = create();
    return value;
  }

  function makeArray(schema: JsonSchema, depth: number): unknown[] {
    const prefix = (schema.prefixItems ?? []) as readonly unknown[];
    const least = (schema.minItems ?? 0) as number;
    const most = Math.min((schema.maxItems ?? least + prefix.length + 3) as number, isDeep(depth) ? least : 20);
    const length = random(fc.integer, { min: least, max: Math.max(least, most) });
    const items: unknown[] = [];
    const seen = new Set<string>();
    for (let attempt = 0; items.length < length && attempt < 100; attempt += 1) {
      const item = make(prefix[items.length] ?? schema.items ?? true, depth + 1);
      const text = canonical(item);
      if (schema.uniqueItems === true && seen.has(text)) continue;
      seen.add(text);
      items.push(item);
    }
    return items;
  }

  function makeObject(schema: JsonSchema, depth: number): object {
    const required = new Set((schema.required ?? []) as readonly string[]);
    const entries: [string, unknown][] = [];
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (isImpossible(property) || !(required.has(key) || (!isDeep(depth) && random(fc.boolean)))) continue;
      entries.push([key, make(property, depth + 1)]);
    }
    if (!isDeep(depth)) entries.push(...makeOthers(schema, depth));
    return Object.fromEntries(entries);
  }

  /** Properties that have no name in the schema. */
  function makeOthers(schema: JsonSchema, depth: number): [string, unknown][] {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    const patterns = Object.entries(patternProperties as object).map(([source, value]) => ({ source, value }));
    const others: [string, unknown][] = [];
    for (const { source, value } of patterns) {
      if (isImpossible(value)) continue;
      const key = createText({ pattern: source }, random);
      const isAmbiguous = patterns.some((other) => other.source !== source && matches(other.source, key));
      if (!Object.hasOwn(properties as object, key) && !isAmbiguous) others.push([key, make(value, depth + 1)]);
    }
    if (additionalProperties === false || isImpossible(additionalProperties)) return others;
    for (let rest = random(fc.nat, 2); rest > 0; rest -= 1) {
      const key = schema.propertyNames === undefined ? random(anyKey) : String(make(schema.propertyNames, depth + 1));
      const isNamed = Object.hasOwn(properties as object, key) || patterns.some(({ source }) => matches(source, key));
      if (!isNamed) others.push([key, make(additionalProperties, depth + 1)]);
    }
    return others;
  }

  function pick<T>(choices: readonly T[]): T {
    return choices[random(fc.nat, choices.length - 1)] as T;
  }
}

/** What two JSON values share only if they are equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

function hasSize(object: object, { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY }: JsonSchema): boolean {
  const size = Object.keys(object).length;
  return size >= Number(minProperties) && size <= Number(maxProperties);
}

const DEEP = 6;

function isDeep(depth: number): boolean {
  return depth >= DEEP;
}

/** Deep inside, the branches that lead no deeper. */
function affordable(branches: readonly unknown[], depth: number): readonly unknown[] {
  const possible = branches.filter((branch) => !isImpossible(branch));
  const plain = possible.filter((branch) => !JSON.stringify(branch).includes('"$ref"'));
  return isDeep(depth) && plain.length > 0 ? plain : possible;
}

function isImpossible(schema: unknown): boolean {
  return schema === false || (typeof schema === "object" && schema !== null && "not" in schema);
}

function typesOf({ type, properties, items, prefixItems, pattern }: JsonSchema): readonly unknown[] {
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  if (properties !== undefined) return ["object"];
  if (items !== undefined || prefixItems !== undefined) return ["array"];
  return [pattern === undefined ? undefined : "string"];
}

function resolve(root: JsonSchema, reference: string): unknown {
  if (reference === "#") return root;
  return (root.$defs as { readonly [name: string]: unknown })[decodeURIComponent(reference.slice("#/$defs/".length))];
}

function matches(source: string, text: string): boolean {
  return new RegExp(source, "u").test(text);
}
