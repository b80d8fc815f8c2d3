import type { JsonSchema } from "../manifest/json-schema.js";
import type { Check } from "../validation/check.js";
import { isAnnotation } from "../validation/keywords/index.js";
import { isObject } from "../values/is-object.js";
import { type Encode, type EncodeRun, holds, type Trial } from "./encode-run.js";
import { encodeAnything, setMember } from "./natural-json.js";

/** A branch of a union, as encoding needs it. */
export interface EncodedBranch {
  readonly encode: Encode;
  /** Checks what the branch encoded. */
  readonly check: Check;
  /** The schema with its references resolved. */
  readonly schema: JsonSchema;
}

/**
 * Encodes a value with each branch. It takes the first branch that fits and leaves nothing out. If each leaves
 * something out, it merges all that fit. So the order of the branches makes no difference.
 */
export function encodeUnion(branches: readonly EncodedBranch[]): Encode {
  const quick = branches
    .map((branch) => ({ ...branch, mayFit: quickTest(branch.schema), rank: rankOf(branch.schema) }))
    .sort((one, other) => one.rank - other.rank);
  const plain = new Set(branches.map(({ schema }) => plainType(schema)));
  // Identifies this union in a run's cache of results.
  const union = {};
  return (value, run) => {
    if (typeof value !== "object" || value === null) return encodePrimitive(value, run);
    const { json, omitted, isSure } = run.trials > 0 ? recall(value, run) : attempt(value, run);
    if (!isSure) run.isSure = false;
    for (const path of omitted) {
      run.omitted ??= new Set();
      run.omitted.add(path);
    }
    return json;
  };

  function encodePrimitive(value: unknown, run: EncodeRun): unknown {
    // Inside another union, the check of the branch refuses `NaN` and infinite numbers.
    const json = typeof value === "number" && run.trials > 0 ? value : encodeAnything(value, run);
    if (!plain.has(json === null ? "null" : typeof json) && !quick.some(({ check }) => holds(check, json, run))) {
      run.isSure = false;
    }
    return json;
  }

  function recall(value: object, run: EncodeRun): Trial {
    run.known ??= new Map();
    const values = run.known.get(union) ?? new Map<unknown, Trial>();
    run.known.set(union, values);
    const trial = values.get(value) ?? attempt(value, run);
    values.set(value, trial);
    return trial;
  }

  function attempt(value: object, run: EncodeRun): Trial {
    const fitting: Trial[] = [];
    for (const { encode, check, mayFit } of quick) {
      if (!mayFit(value)) continue;
      const trial = tryBranch(encode, value, run);
      // The check is needed only if encoding did not prove that the result fits.
      if (!trial.isSure && !holds(check, trial.json, run)) continue;
      if (trial.omitted.size === 0) return { ...trial, isSure: true };
      fitting.push({ ...trial, isSure: true });
    }
    // If no branch fits, validation reports what is wrong. It also checks merged results.
    if (fitting.length === 0) return { json: encodeAnything(value, run), omitted: NOTHING, isSure: false };
    return fitting.reduce((one, other) => ({
      json: merge(one.json, other.json),
      omitted: new Set([...one.omitted].filter((path) => other.omitted.has(path))),
      isSure: false,
    }));
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function tryBranch(encode: Encode, value: object, run: EncodeRun): Trial {
  const { omitted, isSure } = run;
  run.omitted = undefined;
  run.isSure = true;
  run.trials += 1;
  const json = encode(value, run);
  run.trials -= 1;
  const trial = { json, omitted: run.omitted ?? NOTHING, isSure: run.isSure };
  run.omitted = omitted;
  run.isSure = isSure;
  return trial;
}

/** The `typeof` of all values that a branch accepts without further conditions. */
function plainType({ type, ...rest }: JsonSchema): unknown {
  const isPlain = PLAIN.has(type) && Object.keys(rest).every(isAnnotation);
  return isPlain ? type : undefined;
}

/** Numbers are not among them, because they must be checked for being finite. */
const PLAIN: ReadonlySet<unknown> = new Set(["string", "boolean", "null"]);

/** Ranks branches by how precisely they describe a value: a class, then properties, then an iterable, then anything. */
function rankOf({ "x-ts": name, type, ...rest }: JsonSchema): number {
  if (name !== undefined) return name === "Iterable" ? 2 : 0;
  return type === undefined && rest.const === undefined && rest.enum === undefined ? 3 : 1;
}

/** Makes a test that skips a branch if the object lacks a required property or has another tag. */
function quickTest({ "x-ts": name, properties, required }: JsonSchema): (value: object) => boolean {
  if (name !== undefined) return () => true;
  const names = (required ?? []) as readonly string[];
  const tags = Object.entries((properties ?? {}) as { readonly [key: string]: JsonSchema }).flatMap(tagOf);
  return (value) => {
    if (!isObject(value) || typeof value.toJSON === "function") return true;
    return (
      names.every((key) => value[key] !== undefined) &&
      tags.every(([key, values]) => !isPrimitive(value[key]) || values.includes(value[key]))
    );
  };
}

/** The values that a property can have, if its type lists them. */
function tagOf([key, schema]: [string, JsonSchema]): [string, readonly unknown[]][] {
  if (schema["x-ts"] !== undefined) return [];
  if ("const" in schema) return [[key, [schema.const]]];
  return Array.isArray(schema.enum) ? [[key, schema.enum]] : [];
}

/**
 * Whether a value is a primitive. Excludes `undefined`, which `required` checks, and objects, which may have a
 * `toJSON`.
 */
function isPrimitive(value: unknown): boolean {
  return value === null || (value !== undefined && typeof value !== "object");
}

/** Merges two encodings of the same value. */
function merge(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, index) => merge(item, other[index]));
  if (!isObject(one) || !isObject(other)) return one;
  const merged: { [key: string]: unknown } = {};
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const member = Object.hasOwn(one, key) && Object.hasOwn(other, key) ? merge(one[key], other[key]) : undefined;
    setMember(merged, key, member ?? (Object.hasOwn(one, key) ? one[key] : other[key]));
  }
  return merged;
}
