import type { ServerTarget } from "@plainmcp/core";
import { type ServeHttpOptions, serveHttp } from "@plainmcp/transport-http/node";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "./exit.js";

/** Serves on HTTP. Throws an {@link ExitError} when the address cannot be had. */
export async function listen(target: ServerTarget, options: ServeHttpOptions): ReturnType<typeof serveHttp> {
  try {
    return await serveHttp(target, options);
  } catch (error) {
    throw explainListenError(error, options) ?? error;
  }
}

function explainListenError(error: unknown, { host, port }: ServeHttpOptions): ExitError | undefined {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return new ExitError(
        EXIT_FAILURE,
        `port ${port} is already in use. Choose another with --port, or any free one with --port 0.`,
      );
    case "EACCES":
      return new ExitError(EXIT_FAILURE, `port ${port} needs more rights than this user has. Choose one above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ExitError(EXIT_USAGE, `host ${host} is not an address of this machine.`);
    default:
      return undefined;
  }
}
