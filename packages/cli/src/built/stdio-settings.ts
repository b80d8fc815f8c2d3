import { parseArgs } from "node:util";
import { GRACE_RULE, parseGrace } from "../flags/parse-grace.js";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";

/** How a built module serves over stdio. */
export interface StdioSettings {
  readonly shutdownGraceMs?: number;
}

/**
 * Reads the settings from the command line, else from the environment. `"help"` when that is what was asked for.
 * Throws an {@link ExitError} for what makes no sense.
 */
export function readStdioSettings(args: readonly string[], env: NodeJS.ProcessEnv): StdioSettings | "help" {
  // A value may be missing, which is told below as any other wrong one is.
  const { values } = parseArgs({ args: [...args], options: STDIO_FLAGS, strict: false });
  if (values.help) return "help";
  const { "shutdown-grace": grace } = values;
  return toGrace(grace === undefined ? undefined : String(grace), env);
}

/** The flags that are this module's own: clients start servers with arguments of their own beside them. */
export const STDIO_FLAGS = { "shutdown-grace": { type: "string" }, help: { type: "boolean", short: "h" } } as const;

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
