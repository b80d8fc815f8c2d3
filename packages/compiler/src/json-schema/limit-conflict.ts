import type { Schema } from "./schema.js";

/** Constraints in one schema that no value can satisfy together. */
export interface LimitConflict {
  /** Names of the keywords that exclude each other. */
  readonly keywords: readonly string[];
  /** The message for the user. */
  readonly message: string;
}

/**
 * Finds constraints that no value satisfies: a minimum above the maximum, or an enum whose values all fail.
 *
 * @param written The keywords that come from tags in the comment
 */
export function limitConflict(schema: Schema, written: ReadonlySet<string> = new Set()): LimitConflict | undefined {
  const keywords = numberConflict(schema) ?? SIZES.find(([least, most]) => above(schema[least], schema[most]));
  const label = (keyword: string) => `${written.has(keyword) ? "@" : ""}${keyword} ${schema[keyword]}`;
  if (keywords) return { keywords, message: `No value satisfies ${keywords.map(label).join(" and ")} together.` };
  const values = "const" in schema ? [schema.const] : schema.enum;
  const used = VALUE_KEYWORDS.filter((keyword) => keyword in schema);
  if (!Array.isArray(values) || values.some((value) => passes(value, schema))) return undefined;
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  return { keywords: used, message: `No value of ${list} satisfies ${used.map(label).join(" and ")}.` };
}

const SIZES: readonly (readonly [least: string, most: string])[] = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
];

function above(least: unknown, most: unknown): boolean {
  return typeof least === "number" && typeof most === "number" && least > most;
}

/** The bounds that have no number, integer or multiple between them. */
function numberConflict(schema: Schema): readonly string[] | undefined {
  for (const lower of ["minimum", "exclusiveMinimum"]) {
    for (const upper of ["maximum", "exclusiveMaximum"]) {
      const [least, most] = [schema[lower], schema[upper]];
      if (typeof least !== "number" || typeof most !== "number") continue;
      const isOpen = lower === "exclusiveMinimum" || upper === "exclusiveMaximum";
      if (least > most || (least === most && isOpen)) return [lower, upper];
      if (typeof schema.multipleOf === "number" && isEmpty(schema, lower, upper, schema.multipleOf)) {
        return [lower, upper, "multipleOf"];
      }
      if (schema.type === "integer" && isEmpty(schema, lower, upper, 1)) return [lower, upper];
    }
  }
  return undefined;
}

/** Whether no multiple of a step lies between two bounds. */
function isEmpty(schema: Schema, lower: string, upper: string, step: number): boolean {
  const [least, most] = [(schema[lower] as number) / step, (schema[upper] as number) / step];
  // Tolerates the rounding error of the division.
  const first = lower === "minimum" ? Math.ceil(least - ROUNDING) : Math.floor(least + ROUNDING) + 1;
  const last = upper === "maximum" ? Math.floor(most + ROUNDING) : Math.ceil(most - ROUNDING) - 1;
  return first > last;
}

const ROUNDING = 1e-9;

const VALUE_KEYWORDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].concat([
  "minLength",
  "maxLength",
  "pattern",
]);

function passes(value: unknown, schema: Schema): boolean {
  const limit = (keyword: string, otherwise: number) => (schema[keyword] as number | undefined) ?? otherwise;
  if (typeof value === "number") {
    return (
      value >= limit("minimum", value) &&
      value <= limit("maximum", value) &&
      value > limit("exclusiveMinimum", -Infinity) &&
      value < limit("exclusiveMaximum", Infinity) &&
      (schema.multipleOf === undefined || Math.abs((value / limit("multipleOf", 1)) % 1) < ROUNDING)
    );
  }
  if (typeof value !== "string") return true;
  const { length } = [...value];
  const isLong = length < limit("minLength", 0) || length > limit("maxLength", length);
  return !isLong && (typeof schema.pattern !== "string" || new RegExp(schema.pattern, "u").test(value));
}
