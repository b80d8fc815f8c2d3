import { parseUriTemplate, type TemplatePart } from "./parse-uri-template.js";

/** Fills in a template. @throws Error that names a missing variable */
export type UriExpander = (variables: Readonly<Record<string, string>>) => string;

/**
 * Makes the function that fills in a template (RFC 6570). A matcher of the same template reads the same values back
 * from the URI. Variables of a query or a fragment may be missing.
 *
 * @throws Error when the template is malformed
 */
export function createUriExpander(template: string): UriExpander {
  const parts = parseUriTemplate(template);
  return (variables) => parts.map((part) => expand(part, variables)).join("");
}

function expand(part: TemplatePart, variables: Readonly<Record<string, string>>): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "variable": {
      const value = variables[part.name];
      if (value === undefined || value === "") throw new Error(`The variable "${part.name}" is missing.`);
      // A value that may contain a slash may also contain the other reserved characters.
      return part.excluded.includes("/") ? encode(value) : encodeUnreserved(value, part.excluded);
    }
    case "query":
      return expandQuery(part.names, part.start, variables);
    case "fragment": {
      const value = variables[part.name];
      return value === undefined ? "" : `#${encodeUnreserved(value, "")}`;
    }
  }
}

function expandQuery(names: readonly string[], start: string, variables: Readonly<Record<string, string>>): string {
  const pairs = names.filter((name) => variables[name] !== undefined);
  return pairs.map((name, at) => `${at === 0 ? start : "&"}${name}=${encode(variables[name] as string)}`).join("");
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
