import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";
import { UnsupportedSchemaError } from "./schema-errors.js";

/** The official suite is next to the checkout. */
const SUITE = new URL("../../../../../shared/data/json-schema-test-suite/tests/draft2020-12/", import.meta.url);

/** The files of which every case must pass. */
const CLAIMED = [
  "additionalProperties",
  "allOf",
  "anyOf",
  "boolean_schema",
  "const",
  "contains",
  "content",
  "default",
  "dependentRequired",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "if-then-else",
  "infinite-loop-detection",
  "items",
  "maxContains",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minContains",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "not",
  "oneOf",
  "pattern",
  "patternProperties",
  "prefixItems",
  "properties",
  "propertyNames",
  "ref",
  "required",
  "type",
  "uniqueItems",
  "optional/bignum",
  "optional/ecmascript-regex",
  "optional/float-overflow",
  "optional/no-schema",
  "optional/non-bmp-regex",
  "optional/refOfUnknownKeyword",
  "optional/format/date",
  "optional/format/date-time",
  "optional/format/duration",
  "optional/format/ecmascript-regex",
  "optional/format/email",
  "optional/format/hostname",
  "optional/format/ipv4",
  "optional/format/ipv6",
  "optional/format/regex",
  "optional/format/time",
  "optional/format/unknown",
  "optional/format/uri",
  "optional/format/uuid",
];

/** The files of keywords that we do not claim: no schema in them may be accepted and then validated wrongly. */
const UNCLAIMED = [
  "anchor",
  "defs",
  "dependentSchemas",
  "dynamicRef",
  "refRemote",
  "unevaluatedItems",
  "unevaluatedProperties",
  "vocabulary",
  "optional/anchor",
  "optional/cross-draft",
  "optional/dependencies-compatibility",
  "optional/dynamicRef",
  "optional/format-assertion",
  "optional/id",
  "optional/unknownKeyword",
];

/** In the claimed files: the keyword that sends a schema to the fallback, and how many schemas it sends there. */
const UNSUPPORTED_IN_CLAIMED = {
  "additionalProperties dependentSchemas": 1,
  "content contentSchema": 1,
  "not unevaluatedProperties": 1,
  "optional/refOfUnknownKeyword unknown-keyword": 2,
  "optional/refOfUnknownKeyword unknown~1keyword": 2,
  "ref $id": 18,
  "ref $ref": 4,
  "ref unevaluatedProperties": 1,
};

/** `format` is asserted here. The specification allows it, and codecs need values in their format. */
const ASSERTED =
  /^invalid (?:email|regex|ipv4|ipv6|hostname|date|date-time|time|uri|uuid|duration) string is only an annotation by default$/;

/** Punycode labels are not decoded: the IDNA tables would be larger than the whole package. */
const PUNYCODE_WE_ACCEPT = [
  "invalid Punycode",
  "contains illegal char U+302E Hangul single dot tone mark",
  "Begins with a Spacing Combining Mark",
  "Begins with a Nonspacing Mark",
  "Begins with an Enclosing Mark",
  "Exceptions that are DISALLOWED, right-to-left chars",
  "Exceptions that are DISALLOWED, left-to-right chars",
  "MIDDLE DOT with no preceding 'l'",
  "MIDDLE DOT with nothing preceding",
  "MIDDLE DOT with no following 'l'",
  "MIDDLE DOT with nothing following",
  "Greek KERAIA not followed by Greek",
  "Greek KERAIA not followed by anything",
  "Hebrew GERESH not preceded by Hebrew",
  "Hebrew GERESH not preceded by anything",
  "Hebrew GERSHAYIM not preceded by Hebrew",
  "Hebrew GERSHAYIM not preceded by anything",
  "KATAKANA MIDDLE DOT with no Hiragana, Katakana, or Han",
  "KATAKANA MIDDLE DOT with no other characters",
  "Arabic-Indic digits mixed with Extended Arabic-Indic digits",
  "ZERO WIDTH JOINER not preceded by Virama",
  "ZERO WIDTH JOINER not preceded by anything",
  'contains "--" in the 3rd and 4th position',
];

interface Group {
  readonly description: string;
  readonly schema: JsonSchema | boolean;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

describe("the official JSON Schema test suite", () => {
  const unsupported: string[] = [];

  describe.each(CLAIMED)("%s", (file) => {
    const groups = read(file).filter((group) => isSupported(group.schema, file, unsupported));
    it.each(groups.flatMap(toCases))("$group: $description", ({ schema, description, group, data, valid }) => {
      expect(compileSchema(schema)(data).length === 0).toBe(differs(file, group, description) ? !valid : valid);
    });
  });

  it("sends no more schemas of claimed files to the fallback than expected", () => {
    const counts: Record<string, number> = {};
    for (const reason of unsupported) counts[reason] = (counts[reason] ?? 0) + 1;
    expect(counts).toEqual(UNSUPPORTED_IN_CLAIMED);
  });

  it.each(UNCLAIMED)("refuses every schema of %s, or validates correctly", (file) => {
    const wrong = read(file)
      .filter((group) => isSupported(group.schema, file, []))
      .flatMap(toCases)
      .filter(({ schema, data, valid }) => (compileSchema(schema)(data).length === 0) !== valid);
    expect(wrong).toEqual([]);
  });
});

function read(file: string): readonly Group[] {
  if (!existsSync(SUITE)) {
    throw new Error("The JSON Schema test suite is missing: expected it at ../shared/data, beside the repository.");
  }
  return JSON.parse(readFileSync(new URL(`${file}.json`, SUITE), "utf8"));
}

function toCases({ description: group, schema, tests }: Group) {
  return tests.map((test) => ({ group, schema, ...test }));
}

function isSupported(schema: JsonSchema | boolean, file: string, unsupported: string[]): boolean {
  try {
    compileSchema(schema);
    return true;
  } catch (error) {
    if (!(error instanceof UnsupportedSchemaError)) throw error;
    unsupported.push(`${file} ${error.pointer.split("/").at(-1)}`);
    return false;
  }
}

function differs(file: string, group: string, description: string): boolean {
  if (file === "format") return ASSERTED.test(description);
  if (file !== "optional/format/hostname") return false;
  return group.startsWith("validation of A-label") && PUNYCODE_WE_ACCEPT.includes(description);
}
