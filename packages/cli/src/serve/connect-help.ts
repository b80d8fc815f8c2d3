import { homedir } from "node:os";
import { join } from "node:path";
import type { Colors } from "../terminal/colors.js";

/** The server to connect to. */
export interface ConnectHelpOptions {
  /** The server's name. */
  readonly name: string;
  /** Its endpoint over HTTP. */
  readonly url: string;
  /** The command that serves the same over stdio, with absolute paths. */
  readonly command: readonly string[];
  readonly colors: Colors;
}

/** How to connect the usual clients, ready to be copied. */
export function connectHelp({ name, url, command, colors }: ConnectHelpOptions): string {
  const key = toServerKey(name);
  return [
    colors.bold("Connect Claude Code"),
    `  claude mcp add --transport http ${key} ${url}`,
    "",
    colors.bold("Connect Claude Desktop"),
    "  It starts the server itself, over stdio. Add this to its configuration and restart it:",
    `  ${colors.dim(configPath())}`,
    ...desktopConfig(key, command)
      .split("\n")
      .map((line) => `  ${line}`),
  ].join("\n");
}

/** A key for the server that every client accepts: letters, digits, `-` and `_`. */
function toServerKey(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "") || "server";
}

/** Claude Desktop starts servers with a short PATH and in its own folder, so the command has absolute paths only. */
function desktopConfig(key: string, [command, ...args]: readonly string[]): string {
  return JSON.stringify({ mcpServers: { [key]: { command, args } } }, undefined, 2);
}

function configPath(): string {
  const file = "claude_desktop_config.json";
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Claude", file);
  if (process.platform === "win32") return join(process.env.APPDATA ?? homedir(), "Claude", file);
  return join(homedir(), ".config", "Claude", file);
}
