import type { JsonSchema } from "@plainmcp/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { FORMATS } from "../../packages/core/src/formats/index.js";
import { isMultipleOf } from "../../packages/core/src/validation/is-multiple-of.js";

/** Where we judge otherwise than Ajv with ajv-formats, on purpose. `sample` is a string on which the two disagree. */
export const FORMAT_DIFFERENCES = [
  {
    format: "date-time",
    sample: "2026-01-31 12:00:00+0100",
    reason: "RFC 3339 wants a T and a colon in the offset; not every Date.parse takes less.",
  },
  {
    format: "email",
    sample: '"a b"@example.com',
    reason: "RFC 5321 allows quoted names and hosts of one label; Ajv's expression does not.",
  },
  { format: "uri", sample: "about:", reason: "RFC 3986 allows an empty path behind the scheme." },
  { format: "uuid", sample: "urn:uuid:123e4567-e89b-12d3-a456-426614174000", reason: "A UUID is no URN." },
  { format: "duration", sample: "P1Y1D", reason: "RFC 3339 wants units without a gap." },
  { format: "regex", sample: "\\-", reason: "JSON Schema wants the unicode flag; Ajv does not check with it." },
  { format: "time", sample: "12:00:00+0100", reason: "RFC 3339 wants a colon in the offset." },
  { format: "hostname", sample: "example.com.", reason: "RFC 1123 has no dot at the end." },
] as const;

/**
 * `x-ts` names the value that JSON stands for. Strings that no such value can be made of are refused, since the method
 * would not be given what its type promises. Written apart from the code under test.
 */
export const X_TS_RULES: { readonly [name: string]: (text: string) => boolean } = {
  Uint8Array: isPaddedBase64,
  Buffer: isPaddedBase64,
  ArrayBuffer: isPaddedBase64,
  URL: (text) => does(() => new URL(text)),
  RegExp: (text) => does(() => new RegExp(text)) || does(() => new RegExp(text, "u")),
  bigint: (text) => text.length <= 100_000,
};

/** An independent judge of schemas and values: Ajv, taught the differences above and nothing else. */
export function createOracle(schema: JsonSchema): (value: unknown) => boolean {
  ajv ??= createAjv();
  const validate = ajv.compile(withoutRegexFormat(schema));
  return (value) => validate(value);
}

/** One for all schemas, since making it takes longer than judging with it. */
let ajv: Ajv2020 | undefined;

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false });
  formats.default(ajv);
  for (const { format } of FORMAT_DIFFERENCES) ajv.addFormat(format, FORMATS.get(format)?.test ?? true);
  ajv.addKeyword({
    keyword: "x-ts",
    type: "string",
    validate: (name: string, text: string) => X_TS_RULES[name]?.(text) ?? true,
  });
  // Ajv divides floats: to it, 0.3 is no multiple of 0.1, and 1e308 none of 0.5.
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    validate: (divisor: number, value: number) => isMultipleOf(value, divisor),
  });
  return ajv;
}

/** Ajv's own judgement, without what it was taught. */
export function judgedByAjv(schema: JsonSchema, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv.validate(schema, value);
}

/** A parameter of the type RegExp takes what only works without the unicode flag, which `format: regex` refuses. */
function withoutRegexFormat(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    if (value?.["x-ts"] !== "RegExp") return value;
    const { format: _format, ...rest } = value;
    return rest;
  });
}

function isPaddedBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}

function does(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
