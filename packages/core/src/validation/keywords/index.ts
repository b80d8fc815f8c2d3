import type { Keyword } from "../site.js";
import { maxItems, minItems } from "./array-size.js";
import { allOf, anyOf, conditional, not, oneOf } from "./combine.js";
import { contains } from "./contains.js";
import { constant, enumeration } from "./enum.js";
import { format } from "./format.js";
import { items } from "./items.js";
import { members } from "./members.js";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./number.js";
import { maxProperties, minProperties } from "./object-size.js";
import { propertyNames } from "./property-names.js";
import { ref } from "./ref.js";
import { dependentRequired, required } from "./required.js";
import { maxLength, minLength, pattern } from "./string.js";
import { type } from "./type.js";
import { uniqueItems } from "./unique-items.js";
import { xTs } from "./x-ts.js";

/** Keywords with the functions that compile them. Keywords that belong together share a row. */
type KeywordTable = readonly (readonly [names: readonly string[], compile: Keyword])[];

/** The keywords for the kind of value. If one of them fails, the others need not be checked. */
const KIND_KEYWORDS: KeywordTable = [
  [["const"], constant],
  [["enum"], enumeration],
  [["type"], type],
];

/** All other keywords with requirements, cheap ones first. */
const KEYWORDS: KeywordTable = [
  [["required"], required],
  [["minimum"], minimum],
  [["maximum"], maximum],
  [["exclusiveMinimum"], exclusiveMinimum],
  [["exclusiveMaximum"], exclusiveMaximum],
  [["multipleOf"], multipleOf],
  [["minLength"], minLength],
  [["maxLength"], maxLength],
  [["format"], format],
  [["x-ts"], xTs],
  [["pattern"], pattern],
  [["minItems"], minItems],
  [["maxItems"], maxItems],
  [["minProperties"], minProperties],
  [["maxProperties"], maxProperties],
  [["dependentRequired"], dependentRequired],
  [["propertyNames"], propertyNames],
  [["properties", "patternProperties", "additionalProperties"], members],
  [["prefixItems", "items"], items],
  [["contains", "minContains", "maxContains"], contains],
  [["uniqueItems"], uniqueItems],
  [["$ref"], ref],
  [["allOf"], allOf],
  [["anyOf"], anyOf],
  [["oneOf"], oneOf],
  [["not"], not],
  [["if", "then", "else"], conditional],
];

/** The keywords without requirements. */
const ANNOTATIONS: readonly string[] = [
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
  "contentEncoding",
  "contentMediaType",
];

/** A row of the table. */
export interface KeywordRow {
  /** Rows of lower rank are checked first. */
  readonly rank: number;
  readonly isKind: boolean;
  readonly compile: Keyword;
}

/** The row of each keyword with requirements. */
export const KEYWORD_ROWS: ReadonlyMap<string, KeywordRow> = new Map(
  [...KIND_KEYWORDS, ...KEYWORDS].flatMap(([names, compile], rank) => {
    const row: KeywordRow = { rank, isKind: rank < KIND_KEYWORDS.length, compile };
    return names.map((name) => [name, row] as const);
  }),
);

/** Whether a keyword has no requirements for a value. */
export function isAnnotation(keyword: string): boolean {
  return !KEYWORD_ROWS.has(keyword);
}

/** Every known keyword. Keywords that begin with `x-` have no requirements. */
export const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([...ANNOTATIONS, ...KEYWORD_ROWS.keys()]);
