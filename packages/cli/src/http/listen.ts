import type { ServerTarget } from "@plainmcp/core";
import { type HttpServer, type ServeHttpOptions, serveHttp } from "@plainmcp/transport-http/node";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** Serves on HTTP. Throws an {@link ExitError} when the options make no sense or the address cannot be had. */
export async function listen(target: ServerTarget, options: ServeHttpOptions): Promise<HttpServer> {
  try {
    return await serveHttp(target, { onError: print, ...options });
  } catch (error) {
    if (error instanceof TypeError) throw new ExitError(EXIT_USAGE, inFlags(error.message));
    if (error instanceof Error && "code" in error) throw new ExitError(EXIT_FAILURE, error.message);
    throw error;
  }
}

/** What is no failure comes without a stack, and is for the person who ran the command. */
function print(error: Error): void {
  console.error(error.stack === error.message ? inFlags(error.message) : error);
}

/** The transport knows its options by the names they have in code. */
function inFlags(message: string): string {
  return message.replaceAll("allowedHosts", "--allowed-host").replaceAll("allowedOrigins", "--allowed-origin");
}
