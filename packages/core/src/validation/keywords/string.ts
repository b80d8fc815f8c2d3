import { fail } from "../check.js";
import { count } from "../describe-value.js";
import { compilePattern, matches } from "../pattern.js";
import { type Keyword, readCount, readString } from "../site.js";

/** `minLength` */
export const minLength: Keyword = (site) => {
  const limit = readCount(site, "minLength");
  return (value, run) =>
    typeof value !== "string" ||
    compareLength(value, limit) >= 0 ||
    (run.report !== undefined &&
      fail(run, "minLength", `at least ${count(limit, "character")}`, value, lengthOf(value)));
};

/** `maxLength` */
export const maxLength: Keyword = (site) => {
  const limit = readCount(site, "maxLength");
  return (value, run) =>
    typeof value !== "string" ||
    compareLength(value, limit) <= 0 ||
    (run.report !== undefined &&
      fail(run, "maxLength", `at most ${count(limit, "character")}`, value, lengthOf(value)));
};

/** `pattern`. Text that is too long anyway is not matched, because matching it could take forever. */
export const pattern: Keyword = (site) => {
  const source = readString(site, "pattern");
  const limit = Object.hasOwn(site.schema, "maxLength") ? readCount(site, "maxLength") : Number.POSITIVE_INFINITY;
  const regExp = compilePattern(source, `${site.pointer}/pattern`);
  const expected = `a string that matches ${source}`;
  return (value, run) =>
    typeof value !== "string" ||
    (value.length > limit && compareLength(value, limit) > 0) ||
    matches(regExp, value) ||
    fail(run, "pattern", expected, value);
};

/** Compares the length in code points with a limit; negative when shorter. Counts only when it must. */
function compareLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length === limit && !hasSurrogates(text) ? 0 : codePoints(text) - limit;
  return text.length > 2 * limit ? 1 : codePoints(text) - limit;
}

function hasSurrogates(text: string): boolean {
  return SURROGATE.test(text);
}

function codePoints(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    length += 1;
  }
  return length;
}

function lengthOf(text: string): string {
  return String(codePoints(text));
}

const SURROGATE = /[\ud800-\udfff]/;
