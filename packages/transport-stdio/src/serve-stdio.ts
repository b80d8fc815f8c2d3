import type { ServerTarget } from "@plainmcp/core";
import { createEngine } from "@plainmcp/core/internal/engine";
import { type ServeStdioOptions, type StdioServer, serveEngine } from "./serve-engine.js";

/**
 * Serves a class, an instance, or several of them, over stdio to clients of every protocol revision.
 *
 * On the process's own stdio, stdout belongs to the protocol from here on: what anything else prints goes to stderr. The
 * process ends when the client closes stdin, or at SIGTERM or SIGINT, after what is in flight has been answered.
 *
 * @throws RegistrationError when a class has no manifest or a stale one
 * @throws TypeError when an option makes no sense
 * @example
 * ```ts
 * await serveStdio(Weather);
 * ```
 */
export function serveStdio(target: ServerTarget, options?: ServeStdioOptions): Promise<StdioServer> {
  return Promise.resolve().then(() => serveEngine(createEngine(target), options));
}
