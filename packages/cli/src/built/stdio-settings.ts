import { parseArgs } from "node:util";
import { EXIT_USAGE, ExitError } from "../exit.js";
import { GRACE_RULE, parseGrace } from "../parse-grace.js";

/** How a built module serves over stdio. */
export interface StdioSettings {
  readonly shutdownGraceMs?: number;
}

/**
 * Reads the settings from the command line, else from the environment. `"help"` when that is what was asked for.
 * Throws an {@link ExitError} for what makes no sense.
 */
export function readStdioSettings(args: readonly string[], env: NodeJS.ProcessEnv): StdioSettings | "help" {
  const flags = parse(args);
  if (flags.help) return "help";
  return toGrace(flags["shutdown-grace"], env);
}

/** The setting that both transports have. An empty variable is how container tools write "not set". */
export function toGrace(flag: string | undefined, env: NodeJS.ProcessEnv): StdioSettings {
  const text = flag ?? (env.MCP_SHUTDOWN_GRACE || undefined);
  if (text === undefined) return {};
  const shutdownGraceMs = parseGrace(text);
  if (shutdownGraceMs === undefined) {
    throw new ExitError(EXIT_USAGE, `"${text}" is not a time for --shutdown-grace. ${GRACE_RULE}`);
  }
  return { shutdownGraceMs };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { "shutdown-grace": { type: "string" }, help: { type: "boolean", short: "h" } },
    }).values;
  } catch (error) {
    throw new ExitError(EXIT_USAGE, `${error instanceof Error ? error.message : String(error)}. Add --help for help.`);
  }
}
