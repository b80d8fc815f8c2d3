import type { ServerTarget } from "@plainmcp/core";
import { type HttpServer, type ServeHttpOptions, serveHttp } from "@plainmcp/transport-http/node";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "./exit.js";

/** Names that health checks and people on the same machine use, which `--allowed-host` adds to. */
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** Serves on HTTP. Throws an {@link ExitError} when the options make no sense or the address cannot be had. */
export async function listen(
  target: ServerTarget,
  { allowedHosts, ...options }: ServeHttpOptions,
): Promise<HttpServer> {
  try {
    return await serveHttp(target, {
      ...options,
      ...(allowedHosts !== undefined && { allowedHosts: [...LOCAL_HOSTS, ...allowedHosts] }),
    });
  } catch (error) {
    if (error instanceof TypeError) throw new ExitError(EXIT_USAGE, error.message);
    if (error instanceof Error && "code" in error) throw new ExitError(EXIT_FAILURE, error.message);
    throw error;
  }
}
