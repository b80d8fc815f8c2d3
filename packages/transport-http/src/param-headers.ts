const PREFIX = "mcp-param-";
const BASE64 = /^=\?base64\?(.*)\?=$/;
/** With its padding, and nothing else: what decoders accept beyond that is not the same everywhere. */
const STRICT_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * Compares the arguments of a tool call with the `Mcp-Param-*` headers that repeat some of them: those whose schema has
 * an `x-mcp-header`.
 *
 * @returns what is wrong, or `undefined`
 */
export function findParamHeaderProblem(
  inputSchema: object,
  args: Readonly<Record<string, unknown>>,
  headers: Headers,
): string | undefined {
  for (const [name, property] of Object.entries(propertiesOf(inputSchema))) {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    const problem = problemOf(property, value, headers);
    if (problem !== undefined) return problem;
    const nested = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    const below = findParamHeaderProblem(property, nested, headers);
    if (below !== undefined) return below;
  }
  return undefined;
}

function propertiesOf(schema: object): Readonly<Record<string, object>> {
  const { properties } = schema as { properties?: Readonly<Record<string, object>> };
  return properties ?? {};
}

function problemOf(property: object, value: unknown, headers: Headers): string | undefined {
  const { "x-mcp-header": name } = property as { "x-mcp-header"?: string };
  if (name === undefined || !isPrimitive(value)) return undefined;
  const header = headers.get(PREFIX + name);
  if (header === null) return `The header Mcp-Param-${name} is missing, and the body has a value for it.`;
  const said = decode(header);
  if (said === undefined) return `The header Mcp-Param-${name} is not valid Base64 of UTF-8.`;
  const equal = typeof value === "number" && DECIMAL.test(said) ? Number(said) === value : said === String(value);
  return equal ? undefined : `The header Mcp-Param-${name} says something else than the body.`;
}

/** Anything else is refused as an argument, or is absent and needs no header. */
function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function decode(header: string): string | undefined {
  const encoded = BASE64.exec(header)?.[1];
  if (encoded === undefined) return header;
  if (!STRICT_BASE64.test(encoded)) return undefined;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
