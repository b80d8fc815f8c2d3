import type { ServerTarget } from "@plainmcp/core";
import { createEngine } from "@plainmcp/core/internal/engine";
import { createEngineHandler, type HttpHandler } from "./handler.js";
import type { HttpHandlerOptions } from "./options.js";

/**
 * Creates a handler that serves a class, an instance, or several of them over Streamable HTTP to clients of every
 * protocol revision. Use it on Workers, Bun and Deno; on Node, `serveHttp` from `@plainmcp/transport-http/node` also
 * listens on a port.
 *
 * @throws RegistrationError when a class has no manifest or a stale one
 * @throws TypeError when an option is invalid
 * @example
 * ```ts
 * export default createHttpHandler(Weather, { allowedHosts: ["weather.example.com"] });
 * ```
 */
export function createHttpHandler(target: ServerTarget, options?: HttpHandlerOptions): HttpHandler {
  return createEngineHandler(createEngine(target, options?.limits), options);
}
