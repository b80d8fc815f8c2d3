import { findValueProblem, MAX_URI_LENGTH, takesSlash } from "./find-value-problem.js";
import { parseUriTemplate, type TemplatePart } from "./parse-uri-template.js";

/** Returns the decoded variables of a URI, or `undefined` if the template does not match or a value is refused. */
export type UriMatcher = (uri: string) => Readonly<Record<string, string>> | undefined;

/**
 * Makes a function that reads the variables of a template from a URI. Matching is greedy: `{name}.{type}` on `a.tar.gz`
 * gives `name = a.tar`. It takes time linear in the length of the URI, for every URI.
 *
 * @throws Error when the template is malformed
 */
export function createUriMatcher(template: string): UriMatcher {
  const parts = parseUriTemplate(template);
  return (uri) => {
    if (uri.length > MAX_URI_LENGTH) return undefined;
    // From the last part to the first: where can a part begin, so that it and the rest reach the end of the URI?
    const starts: boolean[][] = [];
    starts[parts.length] = Array.from({ length: uri.length + 1 }, (_, at) => at === uri.length);
    for (let index = parts.length - 1; index >= 0; index--) {
      starts[index] = startsOf(parts[index] as TemplatePart, starts[index + 1] as boolean[], uri);
    }
    if (starts[0]?.[0] !== true) return undefined;
    return decode(readValues(parts, starts, uri));
  };
}

/** The positions where one part can begin, given those of the rest. */
function startsOf(part: TemplatePart, rest: readonly boolean[], uri: string): boolean[] {
  switch (part.kind) {
    case "literal":
      return rest.map((_, at) => uri.startsWith(part.text, at) && rest[at + part.text.length] === true);
    case "variable":
      return variableStarts(part.excluded, rest, uri);
    case "fragment":
      return rest.map((_, at) => at === uri.length || uri[at] === "#");
    case "query":
      return queryStarts(part, rest, uri);
  }
}

function variableStarts(excluded: string, rest: readonly boolean[], uri: string): boolean[] {
  const starts = new Array<boolean>(uri.length + 1).fill(false);
  let canEnd = false;
  for (let at = uri.length - 1; at >= 0; at--) {
    if (excluded.includes(uri[at] as string)) canEnd = false;
    else {
      canEnd ||= rest[at + 1] === true;
      starts[at] = canEnd;
    }
  }
  return starts;
}

function queryStarts({ names, start }: QueryPart, rest: readonly boolean[], uri: string): boolean[] {
  const starts = [...rest];
  let next = uri.length;
  for (let at = uri.length - 1; at >= 0; at--) {
    if (rest[at] === true) next = at;
    if (uri[at] !== "&" && uri[at] !== start) continue;
    const [name = ""] = uri.slice(at + 1, next).split("=", 1);
    starts[at] = starts[next] === true && names.includes(name);
    next = at;
  }
  // Later pairs begin with "&"; only the first begins the query.
  return start === "&" ? starts : starts.map((begins, at) => begins && uri[at] !== "&");
}

type QueryPart = TemplatePart & { readonly kind: "query" };

/** The value of a variable as it is in the URI. */
interface RawValue {
  readonly name: string;
  readonly raw: string;
  readonly takesSlash: boolean;
}

function readValues(parts: readonly TemplatePart[], starts: readonly boolean[][], uri: string): RawValue[] {
  const values: RawValue[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const rest = starts[index + 1] as boolean[];
    if (part.kind === "literal") at += part.text.length;
    else if (part.kind === "variable") {
      const end = furthestEnd(part.excluded, rest, uri, at);
      values.push({ name: part.name, raw: uri.slice(at, end), takesSlash: takesSlash(part) });
      at = end;
    } else if (part.kind === "fragment") {
      if (at < uri.length) values.push({ name: part.name, raw: uri.slice(at + 1), takesSlash: false });
    } else if (rest[at] !== true) {
      const end = rest.indexOf(true, at);
      for (const pair of uri.slice(at + 1, end).split("&")) values.push(splitPair(pair));
      at = end;
    }
  }
  return values;
}

function furthestEnd(excluded: string, rest: readonly boolean[], uri: string, from: number): number {
  let end = from;
  for (let at = from; at < uri.length && !excluded.includes(uri[at] as string); at++) {
    if (rest[at + 1] === true) end = at + 1;
  }
  return end;
}

function splitPair(pair: string): RawValue {
  const equals = pair.indexOf("=");
  const [name, raw] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
  return { name, raw, takesSlash: false };
}

function decode(values: readonly RawValue[]): Record<string, string> | undefined {
  const decoded: [string, string][] = [];
  for (const { name, raw, takesSlash } of values) {
    const value = decodeValue(raw);
    if (value === undefined || findValueProblem(value, !takesSlash && /%2f/i.test(raw)) !== undefined) return undefined;
    decoded.push([name, value]);
  }
  return Object.fromEntries(decoded);
}

function decodeValue(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch (error) {
    // Invalid percent-encoding: no resource has such a URI.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
