import { type Engine, MODERN_REVISION, requestIdOf } from "@plainmcp/core/internal/engine";
import type { RequestHead } from "../exchange.js";
import { errorResponse } from "../responses/error-response.js";
import type { PlainAnswer } from "../stream/answer.js";

const PREFIX = "mcp-param-";
const BASE64 = /^=\?base64\?(.*)\?=$/;
/** Base64 with its padding and nothing else: decoders differ in what else they accept. */
const STRICT_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

interface ToolCall {
  readonly method?: string;
  readonly params?: { readonly name?: unknown; readonly arguments?: unknown };
}

/** Refuses a modern tool call whose `Mcp-Param-*` headers do not match its arguments. */
export function refuseParamHeaders(
  { headers }: RequestHead,
  body: unknown,
  inputSchemaOf: Engine["inputSchemaOf"],
): PlainAnswer | undefined {
  const { method, params } = body as ToolCall;
  // Other mistakes in the headers take precedence, and the SDK reports them.
  if (method !== "tools/call" || headers.get("mcp-protocol-version") !== MODERN_REVISION) return undefined;
  const schema = typeof params?.name === "string" ? inputSchemaOf(params.name) : undefined;
  const problem = schema && findParamHeaderProblem(schema, params?.arguments, headers);
  return problem ? errorResponse(400, "header-mismatch", problem, { id: requestIdOf(body) }) : undefined;
}

/**
 * Compares the arguments of a tool call with the `Mcp-Param-*` headers. These repeat the arguments whose schema has an
 * `x-mcp-header`.
 *
 * @returns what is wrong, or `undefined` if all headers match
 */
function findParamHeaderProblem(
  inputSchema: object,
  args: unknown,
  headers: RequestHead["headers"],
): string | undefined {
  for (const { name, path } of paramHeadersOf(inputSchema)) {
    const problem = problemOf(name, valueAt(args, path), headers);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface ParamHeader {
  readonly name: string;
  /** Path to the argument: names of properties, the outermost first. */
  readonly path: readonly string[];
}

const known = new WeakMap<object, readonly ParamHeader[]>();

function paramHeadersOf(inputSchema: object): readonly ParamHeader[] {
  const found = known.get(inputSchema) ?? [...findParamHeaders(inputSchema, [])];
  known.set(inputSchema, found);
  return found;
}

function* findParamHeaders(schema: object, path: readonly string[]): Generator<ParamHeader> {
  const { properties = {}, "x-mcp-header": name } = schema as {
    properties?: Readonly<Record<string, object>>;
    "x-mcp-header"?: unknown;
  };
  // A handwritten schema may have a name that is not valid in a header. Clients then send no header.
  if (typeof name === "string" && TOKEN.test(name)) yield { name, path };
  for (const [key, property] of Object.entries(properties)) yield* findParamHeaders(property, [...path, key]);
}

function valueAt(args: unknown, path: readonly string[]): unknown {
  let value = args;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function problemOf(name: string, value: unknown, headers: RequestHead["headers"]): string | undefined {
  if (!isPrimitive(value)) return undefined;
  const header = headers.get(PREFIX + name.toLowerCase());
  if (header === null) return `The header Mcp-Param-${name} is missing, but the body has a value for it.`;
  const text = decode(header);
  if (text === undefined) return `The header Mcp-Param-${name} is not valid Base64-encoded UTF-8.`;
  const equal = typeof value === "number" && DECIMAL.test(text) ? Number(text) === value : text === String(value);
  return equal ? undefined : `The header Mcp-Param-${name} does not match the value in the body.`;
}

/** Other values need no header: they are absent, or the tool's schema refuses them. */
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
