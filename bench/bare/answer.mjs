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
  const isModern = params?._meta?.["io.modelcontextprotocol/protocolVersion"] === MODERN;
  switch (method) {
    case "tools/call":
      return call(id, params, isModern);
    case "tools/list":
      return result(id, { tools: TOOLS }, isModern, HINTS);
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

function result(id, value, isModern, hints) {
  const wrapped = isModern ? { ...value, ...hints, resultType: "complete", _meta: META } : value;
  return { jsonrpc: "2.0", id, result: wrapped };
}
