import { valuesOf } from "./resolve.js";
import type { Schema } from "./schema.js";

/**
 * Whether some text could be valid for both of two string schemas.
 *
 * Patterns are tried on samples, because computing whether two patterns have a text in common would take too long.
 */
export function shareText(one: Schema, other: Schema): boolean {
  const [values, others] = [textsOf(one), textsOf(other)];
  if (values) return values.some((value) => admitsText(other, value));
  if (others) return others.some((value) => admitsText(one, value));
  const [form, otherForm] = [formOf(one), formOf(other)];
  if (form !== undefined && otherForm !== undefined) return form === otherForm || overlap(form, otherForm);
  const samples = SAMPLES[form ?? otherForm ?? ""] ?? [];
  const plain = form === undefined ? one : other;
  // Almost every text is a valid regular expression.
  if (form === "regex" || otherForm === "regex") return true;
  if (plain.format !== undefined) return plain.format === (form ?? otherForm);
  return plain.pattern === undefined || samples.some((sample) => new RegExp(String(plain.pattern), "u").test(sample));
}

function textsOf(schema: Schema): readonly string[] | undefined {
  return valuesOf(schema)?.filter((value) => typeof value === "string");
}

/** The form of values that are sent as text. */
function formOf(schema: Schema): string | undefined {
  return FORMS.get(schema["x-ts"] ?? "");
}

const FORMS: ReadonlyMap<string, string> = new Map([
  ["Date", "date-time"],
  ["URL", "uri"],
  ["RegExp", "regex"],
  ["bigint", "digits"],
  ["Uint8Array", "base64"],
  ["Buffer", "base64"],
  ["ArrayBuffer", "base64"],
]);

/** Dates, URIs and digits look different. But four digits are also base64, and anything is a regular expression. */
function overlap(form: string, other: string): boolean {
  const forms = [form, other];
  return forms.includes("regex") || (forms.includes("digits") && forms.includes("base64"));
}

const SAMPLES: { readonly [form: string]: readonly string[] } = {
  "date-time": ["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z", "2026-01-31T12:00:00+01:00"],
  uri: ["https://example.com/a?b=c#d", "http://localhost:3000/", "mailto:a@example.com", "file:///a/b", "urn:a:b"],
  digits: ["0", "1", "-1", "42", "1234567890"],
  base64: ["", "aGk=", "AQID", "AAAAAAAA", "12345678"],
};

function admitsText(schema: Schema, text: string): boolean {
  const values = textsOf(schema);
  if (values) return values.includes(text);
  const form = formOf(schema);
  if (form !== undefined) return TESTS[form]?.(text) ?? true;
  return schema.pattern === undefined || new RegExp(String(schema.pattern), "u").test(text);
}

const TESTS: { readonly [form: string]: (text: string) => boolean } = {
  "date-time": (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(text),
  uri: (text) => URL.canParse(text),
  digits: (text) => /^-?[0-9]+$/.test(text),
  base64: (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text),
};
