import { writeSync } from "node:fs";
import { loadEnvFiles } from "../files/load-env-files.js";
import { stdioFlags } from "../flags/stdio-flags.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { argumentsOf, readArguments } from "./read-arguments.js";
import { splitArguments } from "./split-arguments.js";

/** Loads the files of `--env-file`. If that fails, ends the process: the user's module must not run without them. */
export function loadEarly(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const table = { envFile: stdioFlags.envFile };
  try {
    const { own } = splitArguments(args, argumentsOf(table));
    const settings = readArguments<{ readonly envFile?: readonly string[] }>(table, own, env);
    if (settings !== "help") loadEnvFiles(settings.options.envFile ?? [], env);
  } catch (error) {
    const { message, exitCode } =
      error instanceof ExitError ? error : { message: String(error), exitCode: EXIT_FAILURE };
    writeSync(process.stderr.fd, `error: ${message}\n`);
    process.exit(exitCode);
  }
}
