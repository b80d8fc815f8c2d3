import { InvalidArgumentError, Option } from "commander";
import { LEGACY_MODES, type LegacyMode } from "./legacy-modes.js";
import { PATH_RULE, parsePath } from "./parse-path.js";
import { parsePort } from "./parse-port.js";

/** What {@link httpOptions} give. */
export interface HttpFlags {
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly allowedHost?: readonly string[];
  readonly allowedOrigin?: readonly string[];
  readonly legacy?: LegacyMode;
}

/** Options of the command line that say where and for whom to listen. */
export const httpOptions: readonly Option[] = [
  new Option("--host <host>", "address to listen on (default: 127.0.0.1)"),
  new Option("--port <number>", "port to listen on, 0 for any free one (default: 3000)").argParser(toPort),
  new Option("--path <path>", "path of the endpoint (default: /mcp)").argParser(toPath),
  new Option(
    "--allowed-host <name>",
    "name to answer to besides localhost, such as mcp.example.com or *.example.com; may be repeated",
  ).argParser(collect),
  new Option(
    "--allowed-origin <origin>",
    "web page to accept besides those of localhost and of allowed hosts, such as https://app.example.com; may be repeated",
  ).argParser(collect),
  new Option("--legacy <mode>", "how to serve clients older than 2026-07-28 (default: sessions)").choices(LEGACY_MODES),
];

function toPort(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  return port;
}

function toPath(text: string): string {
  const path = parsePath(text);
  if (path === undefined) throw new InvalidArgumentError(PATH_RULE);
  return path;
}

function collect(name: string, names: readonly string[] = []): readonly string[] {
  return [...names, name];
}
