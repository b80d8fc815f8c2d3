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

/** The keywords that demand something, those that are compiled together in one row; cheap ones first. */
export const KEYWORDS: readonly (readonly [names: readonly string[], compile: Keyword])[] = [
  [["type"], type],
  [["const"], constant],
  [["enum"], enumeration],
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

/** The keywords that demand nothing. Those that begin with `x-` demand nothing either. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
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
]);
