import type { AboutOption } from "@plainmcp/core/internal/engine";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "../terminal/exit.js";
import type { Settings } from "./read-settings.js";

/** Serves with settings. What a transport says of an option becomes an {@link ExitError} that names the flag. */
export async function serveWith<Options, Server>(
  { options, nameOf }: Settings<Options>,
  serve: (options: Options) => Promise<Server>,
): Promise<Server> {
  try {
    return await serve(options);
  } catch (error) {
    if (!isAboutOption(error)) throw error;
    throw new ExitError(error instanceof TypeError ? EXIT_USAGE : EXIT_FAILURE, error.describe(nameOf));
  }
}

/** Whether an error can be told in terms of flags. */
export function isAboutOption(error: unknown): error is Error & AboutOption {
  return error instanceof Error && "describe" in error;
}
