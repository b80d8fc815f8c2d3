// What both bare servers answer: the least that a program written by hand has to do, in both eras of the protocol.
import { add, problemOf, TOOLS } from "./tools.mjs";

const INFO = { name: "bare", version: "1.0.0" };
const META = { "io.modelcontextprotocol/serverInfo": INFO };
const HINTS = { ttlMs: 0, cacheScope: "private" };
const MODERN = "2026-07-28";
const LEGACY = "2025-11-25";
const CAPABILITIES = { tools: {} };

const tools = new Map(TOOLS.map(({ name }) => [name, add]));

/** The answer to one request, as an object. */
export function answer({ id, method, params }) {
  const isModern = isModernRequest(params);
  switch (method) {
    case "tools/call":
      return call(id, params, isModern);
    case "tools/list":
      return list(id, TOOLS, isModern);
    case "initialize":
      return result(id, { protocolVersion: LEGACY, capabilities: CAPABILITIES, serverInfo: INFO }, false);
    case "server/discover":
      return result(id, { supportedVersions: [MODERN], capabilities: CAPABILITIES }, true, HINTS);
    case "ping":
      return result(id, {}, isModern);
    default:
      return error(id, -32601, `Method not found: ${method}`);
  }
}

/** Whether a request is of the modern era. */
export function isModernRequest(params) {
  return params?._meta?.["io.modelcontextprotocol/protocolVersion"] === MODERN;
}

/** A list of tools, as an object. */
export function list(id, tools, isModern) {
  return result(id, { tools }, isModern, HINTS);
}

/** An error, as an object. */
export function error(id, code, message) {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

function call(id, params, isModern) {
  const run = tools.get(params?.name);
  if (run === undefined) return error(id, -32602, `Unknown tool: ${params?.name}`);
  const problem = problemOf(params.arguments);
  if (problem !== undefined) return result(id, { content: [{ type: "text", text: problem }], isError: true }, isModern);
  const structuredContent = run(params.arguments);
  const content = [{ type: "text", text: JSON.stringify(structuredContent) }];
  return result(id, { content, structuredContent }, isModern);
}

/** A result, as an object. */
export function result(id, value, isModern, hints) {
  const wrapped = isModern ? { ...value, ...hints, resultType: "complete", _meta: META } : value;
  return { jsonrpc: "2.0", id, result: wrapped };
}
