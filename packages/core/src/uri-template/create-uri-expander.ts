import { findValueProblem, MAX_URI_LENGTH, takesSlash } from "./find-value-problem.js";
import { parseUriTemplate, type TemplatePart } from "./parse-uri-template.js";

/**
 * Fills in a template.
 *
 * @throws UnreadableUriError when the matcher of the same template would refuse the URI, or read nothing from it
 * @throws Error that names a missing variable
 */
export type UriExpander = (variables: Readonly<Record<string, string>>) => string;

/** The values of a template's variables make no URI that clients could read. */
export class UnreadableUriError extends Error {
  override readonly name = "UnreadableUriError";
}

/**
 * Makes the function that fills in a template (RFC 6570). A matcher of the same template reads the same values back
 * from the URI. Variables of a query or a fragment may be missing.
 *
 * @throws Error when the template is malformed
 */
export function createUriExpander(template: string): UriExpander {
  const parts = parseUriTemplate(template);
  return (variables) => {
    const uri = parts.map((part) => expand(part, variables)).join("");
    if (uri.length <= MAX_URI_LENGTH) return uri;
    throw new UnreadableUriError(`The URI is longer than ${MAX_URI_LENGTH} characters.`);
  };
}

type Values = Readonly<Record<string, string>>;

function expand(part: TemplatePart, variables: Values): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "variable": {
      const value = valueOf(part.name, !takesSlash(part), variables);
      if (value === undefined) throw new Error(`The variable "${part.name}" is missing.`);
      if (value === "") throw new UnreadableUriError(`The variable "${part.name}" is empty.`);
      // A value that may contain a slash may also contain the other reserved characters.
      return takesSlash(part) ? encodeUnreserved(value, part.excluded) : encode(value);
    }
    case "query":
      return expandQuery(part.names, part.start, variables);
    case "fragment": {
      const value = valueOf(part.name, false, variables);
      return value === undefined ? "" : `#${encodeUnreserved(value, "")}`;
    }
  }
}

function expandQuery(names: readonly string[], start: string, variables: Values): string {
  const pairs = names.flatMap((name) => {
    const value = valueOf(name, true, variables);
    return value === undefined ? [] : [`${name}=${encode(value)}`];
  });
  return pairs.map((pair, at) => `${at === 0 ? start : "&"}${pair}`).join("");
}

function valueOf(name: string, refusesSlash: boolean, variables: Values): string | undefined {
  const value = variables[name];
  if (value === undefined) return undefined;
  const problem = findValueProblem(value, refusesSlash);
  if (problem === undefined) return value;
  throw new UnreadableUriError(`The variable "${name}" is ${JSON.stringify(value.slice(0, 100))}, which ${problem}.`);
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, percentEncode);
}

function encodeUnreserved(value: string, excluded: string): string {
  const encoded = encodeURI(value).replace(/%5B/g, "[").replace(/%5D/g, "]");
  return Array.from(encoded, (char) => (excluded.includes(char) ? percentEncode(char) : char)).join("");
}

function percentEncode(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
