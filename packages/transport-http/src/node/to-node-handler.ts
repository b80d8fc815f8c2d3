import { containFailures } from "@plainmcp/core/internal/node";
import type { HttpHandler } from "../handler.js";
import { createNodeHandler, type NodeHandler, type NodeHandlerOptions } from "./create-node-handler.js";

/**
 * Makes a handler for your own Node server, with `node:http`, Express, Fastify and others. A client that disconnects
 * aborts the request's signal. What a tool leaves behind does not end the process. Under a prefix, the option `path` of `createHttpHandler` is the whole path.
 *
 * @example
 * ```ts
 * const node = toNodeHandler(createHttpHandler(Weather));
 * app.all("/mcp", (req, res) => node(req, res, req.body));
 * ```
 */
export function toNodeHandler(handler: Pick<HttpHandler, "fetch">, options?: NodeHandlerOptions): NodeHandler {
  containFailures();
  return createNodeHandler(handler, options);
}
