import { parseArgs } from "node:util";
import { LEGACY_MODES, type LegacyMode } from "../flags/legacy-modes.js";
import { PATH_RULE, parsePath } from "../flags/parse-path.js";
import { parsePort } from "../flags/parse-port.js";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { type StdioSettings, toGrace } from "./stdio-settings.js";

/** Where and for whom a built module listens. */
export interface HttpSettings extends StdioSettings {
  readonly host?: string;
  readonly port: number;
  readonly path?: string;
  readonly allowedHosts?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly legacy?: LegacyMode;
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
  const allowedHosts = flags["allowed-host"] ?? split(env.ALLOWED_HOSTS || undefined);
  const allowedOrigins = flags["allowed-origin"] ?? split(env.ALLOWED_ORIGINS || undefined);
  const legacy = flags.legacy ?? (env.MCP_LEGACY || undefined);
  return {
    port: toPort(flags.port ?? (env.PORT || undefined)),
    ...(host !== undefined && { host }),
    ...(path !== undefined && { path: toPath(path) }),
    ...(allowedHosts !== undefined && { allowedHosts }),
    ...(allowedOrigins !== undefined && { allowedOrigins }),
    ...(legacy !== undefined && { legacy: toLegacyMode(legacy) }),
    ...toGrace(flags["shutdown-grace"], env),
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
        "allowed-origin": { type: "string", multiple: true },
        legacy: { type: "string" },
        "shutdown-grace": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    // Node's own message ends with a full stop, or with an example in quotes.
    const message = (error instanceof Error ? error.message : String(error)).replace(/\.?$/, ".");
    throw new ExitError(EXIT_USAGE, `${message} Arguments for your own code go after --. Add --help for help.`);
  }
}

function toPort(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : parsePort(text);
  if (port === undefined)
    throw new ExitError(EXIT_USAGE, `"${text}" is no port: it is a whole number from 0 to 65535.`);
  return port;
}

function toPath(text: string): string {
  const path = parsePath(text);
  if (path === undefined) throw new ExitError(EXIT_USAGE, `"${text}" is no path. ${PATH_RULE}`);
  return path;
}

function toLegacyMode(text: string): LegacyMode {
  const mode = LEGACY_MODES.find((known) => known === text);
  if (mode === undefined) throw new ExitError(EXIT_USAGE, `"${text}" is none of ${LEGACY_MODES.join(", ")}.`);
  return mode;
}

function split(list: string | undefined): readonly string[] | undefined {
  return list
    ?.split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
