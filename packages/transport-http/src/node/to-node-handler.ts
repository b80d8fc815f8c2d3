import { createReporter } from "@plainmcp/core/internal/engine";
import { containFailures } from "@plainmcp/core/internal/node";
import type { HttpHandler } from "../handler.js";
import { createNodeHandler, type NodeHandler, type NodeHandlerOptions } from "./create-node-handler.js";

/**
 * Converts a handler for use in your own Node server, with `node:http`, Express, Fastify and others. When a client
 * disconnects, the request's signal aborts. Errors that tools leave behind, such as unhandled rejections, do not end the
 * process. If you mount the handler under a prefix, set the option `path` of `createHttpHandler` to the whole path.
 *
 * @example
 * ```ts
 * const node = toNodeHandler(createHttpHandler(Weather));
 * app.all("/mcp", (req, res) => node(req, res, req.body));
 * ```
 */
export function toNodeHandler(handler: Pick<HttpHandler, "fetch">, options: NodeHandlerOptions = {}): NodeHandler {
  containFailures();
  const answer = createNodeHandler(handler, { ...options, reporter: createReporter(options.onError) });
  return (...request) => Promise.resolve(answer(...request));
}
