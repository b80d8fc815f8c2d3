import type { ServerTarget } from "@plainmcp/core";
import { createEngine } from "@plainmcp/core/internal/engine";
import { type ServeStdioOptions, type StdioServer, serveStdioEngine } from "./serve-stdio-engine.js";

/**
 * Serves a class, an instance, or several of them over stdio to clients of every protocol revision.
 *
 * By default it uses the process's own stdio. From then on, stdout belongs to the protocol, and everything else that is
 * printed goes to stderr. When the client closes stdin, or at SIGTERM, SIGINT or SIGHUP, the process answers the requests in
 * flight and exits.
 *
 * @throws RegistrationError when a class has no manifest or a stale one
 * @throws TypeError when an option is invalid
 * @throws EnvironmentError when the environment lacks variables that a class declares with `env`
 * @example
 * ```ts
 * await serveStdio(Weather);
 * ```
 */
export function serveStdio(target: ServerTarget, options?: ServeStdioOptions): Promise<StdioServer> {
  return Promise.resolve().then(() => serveStdioEngine(createEngine(target, options?.limits), options));
}
