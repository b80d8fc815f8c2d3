import { parseArgs } from "node:util";
import { EXIT_USAGE, ExitError } from "../exit.js";
import { parsePort } from "../parse-port.js";

/** Where and for whom a built module listens. */
export interface HttpSettings {
  readonly host?: string;
  readonly port: number;
  readonly path?: string;
  readonly allowedHosts?: readonly string[];
}

const DEFAULT_PORT = 3000;

/**
 * Reads the settings from the command line, else from the environment. `"help"` when that is what was asked for.
 * Throws an {@link ExitError} for what makes no sense.
 */
export function readHttpSettings(args: readonly string[], env: NodeJS.ProcessEnv): HttpSettings | "help" {
  const flags = parse(args);
  if (flags.help) return "help";
  // An empty variable is how container tools write "not set".
  const host = flags.host ?? (env.HOST || undefined);
  const path = flags.path ?? (env.MCP_PATH || undefined);
  const allowedHosts = flags["allowed-host"] ?? (env.ALLOWED_HOSTS || undefined)?.split(",").map((name) => name.trim());
  return {
    port: toPort(flags.port ?? (env.PORT || undefined)),
    ...(host !== undefined && { host }),
    ...(path !== undefined && { path: toPath(path) }),
    ...(allowedHosts !== undefined && { allowedHosts }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        host: { type: "string" },
        port: { type: "string" },
        path: { type: "string" },
        "allowed-host": { type: "string", multiple: true },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new ExitError(EXIT_USAGE, `${error instanceof Error ? error.message : String(error)}. Add --help for help.`);
  }
}

function toPort(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : parsePort(text);
  if (port === undefined)
    throw new ExitError(EXIT_USAGE, `"${text}" is no port: it is a whole number from 0 to 65535.`);
  return port;
}

function toPath(path: string): string {
  if (!path.startsWith("/")) throw new ExitError(EXIT_USAGE, `"${path}" is no path: it starts with a slash.`);
  return path;
}
