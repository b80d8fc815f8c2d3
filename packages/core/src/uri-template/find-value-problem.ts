import { type TemplatePart, variablesOf } from "./parse-uri-template.js";

/** Longer URIs never match a template. */
export const MAX_URI_LENGTH = 8192;

/**
 * Says why no resource has a URI with this value of a variable. Methods use values in paths, so a NUL character and a segment
 * `..` are refused. So is a slash that is escaped in the URI, except in `{+path}`: `{name}` stands for one segment.
 *
 * @param value The decoded value
 * @param refusesSlash Whether a slash in it is escaped in the URI, and must not be there
 * @returns the end of a sentence; `undefined` if nothing is wrong
 */
export function findValueProblem(value: string, refusesSlash: boolean): string | undefined {
  if (value.includes("\0")) return "contains a NUL character";
  // Windows separates by backslashes, too.
  if (value.split(/[/\\]/).includes("..")) return 'has the segment ".."';
  if (refusesSlash && value.includes("/")) return "contains a slash: only a variable such as {+path} may";
  return /\p{Surrogate}/u.test(value) ? "contains half of a character" : undefined;
}

/** Whether the values of a variable may contain slashes in any form. */
export function takesSlash(part: TemplatePart): boolean {
  return part.kind === "variable" && !part.excluded.includes("/");
}

/** Whether a resource can have this value of a variable; so can one with a value that the template does not have. */
export function isReadable(template: readonly TemplatePart[], name: string, value: string): boolean {
  const part = template.find((part) => variablesOf([part]).includes(name));
  const refusesSlash = part !== undefined && part.kind !== "fragment" && !takesSlash(part);
  return findValueProblem(value, refusesSlash) === undefined;
}
