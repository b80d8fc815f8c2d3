import { narrow } from "../docs/constrain.js";
import { admits } from "../json-schema/admits.js";
import { FORMATS } from "../json-schema/formats.js";
import type { Schema } from "../json-schema/schema.js";
import type { BrandTag } from "./brand-tags.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** The schema with the constraints from brands of validation libraries. Warns if no keyword expresses one. */
export function applyBrandTags(schema: Schema, tags: readonly BrandTag[], site: Site, builder: SchemaBuilder): Schema {
  return tags.reduce((result, tag) => {
    const keywords = keywordsOf(tag, schema);
    const fitting = Object.entries(keywords ?? {}).filter(([keyword, value]) => fits(keyword, value, result));
    const isLost = keywords ? fitting.length < Object.keys(keywords).length : tag.isSure;
    if (isLost) warn(tag, site, builder);
    return fitting.reduce((merged, [keyword, value]) => merge(merged, keyword, value), result);
  }, schema);
}

type Keywords = { readonly [keyword: string]: unknown };

/** A tag as keywords of JSON Schema; undefined for an unknown tag. */
function keywordsOf({ kind, value, schema }: BrandTag, of: Schema): Keywords | undefined {
  const name = kind.toLowerCase();
  if (name === "type" || name === "int" || name === "integer") return typeKeywords(value ?? "integer", of);
  const isList = of.type === "array";
  const keyword = (isList ? LIST_KEYWORDS.get(name) : undefined) ?? KEYWORDS.get(name);
  if (keyword === "format" && value === "url") return { format: "uri" };
  if (keyword !== undefined && value !== undefined) return { [keyword]: value };
  if (name === "length" && value !== undefined) {
    return isList ? { minItems: value, maxItems: value } : { minLength: value, maxLength: value };
  }
  if (!schema) return undefined;
  return Object.fromEntries(Object.entries(schema).filter(([one]) => !one.startsWith("x-")));
}

const KEYWORDS: ReadonlyMap<string, string> = new Map(
  [
    ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].map((one) => [one, one] as const),
    ...["minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems"].map(
      (one) => [one, one] as const,
    ),
    ...["minProperties", "maxProperties", "title", "description", "default"].map((one) => [one, one] as const),
    ...Object.entries({ min: "minimum", max: "maximum", gte: "minimum", lte: "maximum" }),
    ...Object.entries({ gt: "exclusiveMinimum", lt: "exclusiveMaximum", minLen: "minLength", maxLen: "maxLength" }),
  ].map(([name, keyword]) => [name.toLowerCase(), keyword]),
);

/** These names mean something else for a list. */
const LIST_KEYWORDS: ReadonlyMap<string, string> = new Map([
  ...["minlength", "minlen", "min"].map((name) => [name, "minItems"] as const),
  ...["maxlength", "maxlen", "max"].map((name) => [name, "maxItems"] as const),
]);

/** The pattern of an unsigned `bigint`; ours allows a sign. */
const NO_SIGN = "^[0-9]+$";

function typeKeywords(value: unknown, schema: Schema): Keywords | undefined {
  const [, unsigned, bits] = /^(u?)int(?:eger)?(8|16|32|64)?$/i.exec(String(value)) ?? [];
  if (unsigned === undefined) return /^(?:float|double|number)(?:32|64)?$/i.test(String(value)) ? {} : undefined;
  if (schema["x-ts"] === "bigint") return unsigned ? { pattern: NO_SIGN } : {};
  if (bits === undefined) return { type: "integer" };
  const size = 2 ** Number(bits);
  // JSON numbers of 64 bits are not exact, so limits would mean nothing.
  if (bits === "64") return { type: "integer", ...(unsigned && { minimum: 0 }) };
  return { type: "integer", minimum: unsigned ? 0 : -size / 2, maximum: (unsigned ? size : size / 2) - 1 };
}

/** Whether a keyword has a valid value and applies to values of this type. */
function fits(keyword: string, value: unknown, schema: Schema): boolean {
  const rule = RULES.get(keyword);
  if (!rule) return ["title", "description", "default", "examples", "contentMediaType"].includes(keyword);
  // A date is only a string when it is sent.
  const isOther = schema.type === "string" && schema["x-ts"] !== undefined;
  if (isOther && value !== NO_SIGN) return false;
  return admits(schema, rule.about) && rule.isValue(value);
}

interface Rule {
  readonly about: string;
  readonly isValue: (value: unknown) => boolean;
}

const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["type", { about: "number", isValue: (value) => value === "integer" || value === "number" }],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((name): [string, Rule] => [
    name,
    { about: "number", isValue: isNumber },
  ]),
  ["multipleOf", { about: "number", isValue: (value) => isNumber(value) && (value as number) > 0 }],
  ["minLength", { about: "string", isValue: isCount }],
  ["maxLength", { about: "string", isValue: isCount }],
  ["pattern", { about: "string", isValue: isPattern }],
  ["format", { about: "string", isValue: (value) => typeof value === "string" && FORMATS.has(value) }],
  ["minItems", { about: "array", isValue: isCount }],
  ["maxItems", { about: "array", isValue: isCount }],
  ["uniqueItems", { about: "array", isValue: (value) => typeof value === "boolean" }],
  ["minProperties", { about: "object", isValue: isCount }],
  ["maxProperties", { about: "object", isValue: isCount }],
]);

function isPattern(value: unknown): boolean {
  try {
    return typeof value === "string" && new RegExp(value, "u") !== undefined;
  } catch {
    return false;
  }
}

/** The type's own value for the same keyword still applies. */
function merge(schema: Schema, keyword: string, value: unknown): Schema {
  return keyword !== "type" && RULES.has(keyword) && value !== NO_SIGN
    ? narrow(schema, keyword, value, schema[keyword])
    : { ...schema, [keyword]: value };
}

function warn({ kind, value }: BrandTag, site: Site, builder: SchemaBuilder): void {
  const text = value === undefined ? kind : `${kind} ${JSON.stringify(value)}`;
  const help = "Use a doc tag, such as @minimum or @pattern, or check it in the method.";
  builder.fail("unknown-brand", site, `The schema cannot express the brand \`${text}\`, so nothing checks it`, help);
}
