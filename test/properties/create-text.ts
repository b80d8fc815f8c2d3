import type { JsonSchema } from "@plainmcp/core";
import fc, { type Arbitrary, type GeneratorValue } from "fast-check";
import { FORMATS as ASSERTED } from "../../packages/core/src/formats/index.js";

/** Makes a random string that a schema accepts. */
export function createText(schema: JsonSchema, random: GeneratorValue): string {
  const { pattern, format, contentEncoding, minLength = 0, maxLength = Math.max(12, Number(minLength)) } = schema;
  const [least, most] = [Number(minLength), Number(maxLength)];
  if (contentEncoding === "base64") return random(fc.base64String, { maxLength: 40 });
  if (typeof format === "string" && ASSERTED.has(format)) return random(formatted, format);
  if (typeof pattern !== "string") return random(fc.string, { unit: "binary", minLength: least, maxLength: most });
  // A pattern may know longer texts only.
  return random(matching, pattern, least, maxLength === schema.maxLength ? most : Number.POSITIVE_INFINITY);
}

function formatted(format: string): Arbitrary<string> {
  const arbitrary = FORMATS[format];
  if (arbitrary === undefined) throw new Error(`Say in create-text.ts how to make a string of the format ${format}.`);
  return arbitrary;
}

const date = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
const offset = fc.constantFrom("Z", "z", "+00:00", "-08:00", "+05:30", "+23:59");
const time = fc.tuple(date, offset).map(([moment, zone]) => moment.toISOString().slice(11, 23) + zone);

const FORMATS: { readonly [format: string]: Arbitrary<string> } = {
  date: date.map((moment) => moment.toISOString().slice(0, 10)),
  "date-time": fc.tuple(date, time).map(([moment, rest]) => `${moment.toISOString().slice(0, 10)}T${rest}`),
  time,
  duration: fc.constantFrom("P1D", "PT1H30M", "P2W", "P1Y2M3DT4H5M6S"),
  email: fc.emailAddress(),
  hostname: fc.domain(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  regex: fc.constantFrom("", "a|b", "^[\\w.]+$", "(?<year>\\d{4})", "[^/]", "\\/", "\\p{L}", "\n"),
  uri: fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom("mailto:a@b.c", "data:,a"),
  ),
  uuid: fc.uuid(),
};

/** Strings of a regular expression; where fast-check cannot read it, strings that happen to match. */
function matching(source: string, minLength: number, maxLength: number): Arbitrary<string> {
  const regExp = new RegExp(source, "u");
  const texts = source.includes("(?!") ? fc.string().filter((text) => regExp.test(text)) : fc.stringMatching(regExp);
  return texts.filter((text) => [...text].length >= minLength && [...text].length <= maxLength);
}
