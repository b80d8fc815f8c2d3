import { MODERN } from "./revisions.js";
import type { Message } from "./wire-schemas.js";

/** Keys of what a modern client declares in each request. */
export const VERSION = "io.modelcontextprotocol/protocolVersion";
export const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

/** Params with the `_meta` that each modern request needs. */
export function modernParams<T extends object>(params: T, meta: object = {}): T & { _meta: Record<string, unknown> } {
  const _meta = {
    [VERSION]: MODERN,
    [CAPABILITIES]: {},
    "io.modelcontextprotocol/clientInfo": { name: "by-hand", version: "1" },
    ...meta,
  };
  return { ...params, _meta };
}

/** The HTTP headers that repeat parts of a modern message. */
export function modernHeaders({ method = "", params }: Message): Record<string, string> {
  const { _meta, name, uri, taskId } = (params ?? {}) as Readonly<Record<string, unknown>>;
  const version = (_meta as Readonly<Record<string, unknown>> | undefined)?.[VERSION] ?? MODERN;
  const named = name ?? uri ?? taskId;
  return {
    "mcp-protocol-version": String(version),
    "mcp-method": method,
    ...(typeof named === "string" && { "mcp-name": named }),
  };
}
