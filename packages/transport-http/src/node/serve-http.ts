import type { ServerTarget } from "@plainmcp/core";
import { createEngine } from "@plainmcp/core/internal/engine";
import { type HttpServer, type ServeHttpOptions, serveHttpEngine } from "./serve-http-engine.js";

/**
 * Serves a class, an instance, or several of them on a port, over Streamable HTTP to clients of every protocol revision.
 *
 * @throws RegistrationError when a class has no manifest or a stale one
 * @throws TypeError when an option is invalid
 * @throws EnvironmentError when the environment lacks variables that a class declares with `env`
 * @throws Error when it cannot listen on the port, with advice
 * @example
 * ```ts
 * const { url } = await serveHttp(Weather, { port: 3000 });
 * ```
 */
export async function serveHttp(target: ServerTarget, options?: ServeHttpOptions): Promise<HttpServer> {
  return await serveHttpEngine(createEngine(target, options?.limits), options);
}
