import { resolve } from "node:path";
import type { ServerDefinition } from "@plainmcp/core";
import { registryOf } from "@plainmcp/core/internal/engine";
import type { ServeHttpOptions } from "@plainmcp/transport-http/node";
import { loadEnvFiles } from "../files/load-env-files.js";
import { toRealFile } from "../files/to-real-file.js";
import type { ProcessOptions } from "../flags/process-options.js";
import type { Settings } from "../flags/read-settings.js";
import { closeOnSignal } from "../http/close-on-signal.js";
import { serveOverHttp } from "../http/serve-over-http.js";
import { colorsFor } from "../terminal/colors.js";
import { connectHelp } from "./connect-help.js";
import { describeServer } from "./describe-server.js";
import { type LoadServerOptions, loadServer } from "./load-server.js";

/** Compiles a file and serves it over HTTP until Ctrl-C. Says on stderr what it serves and how to connect. */
export async function serveFileOverHttp(
  path: string,
  options: LoadServerOptions,
  settings: Settings<ServeHttpOptions & ProcessOptions>,
): Promise<void> {
  const file = toRealFile(path, "file");
  // As it was typed: soon `process.argv` holds the arguments of the module.
  const { envFile = [] } = settings.options;
  const command = stdioCommand(file, options, envFile);
  loadEnvFiles(envFile, process.env);
  const server = await loadServer(file, options);
  const { url, close } = await serveOverHttp(server, settings);
  closeOnSignal(close);
  process.stderr.write(greeting(server, url, command));
}

/** The command that serves the same over stdio, whatever folder a client starts it in. */
function stdioCommand(
  file: string,
  { exportName, tsconfig, schemaError, args = [] }: LoadServerOptions,
  envFiles: readonly string[],
): readonly string[] {
  return [
    process.execPath,
    process.argv[1] ?? "plainmcp",
    "serve",
    file,
    ...(exportName === undefined ? [] : ["--export", exportName]),
    ...(tsconfig === undefined ? [] : ["--tsconfig", toRealFile(tsconfig, "tsconfig")]),
    ...(schemaError === undefined ? [] : ["--schema-error", String(schemaError)]),
    ...envFiles.flatMap((name) => ["--env-file", resolve(name)]),
    ...(args.length === 0 ? [] : ["--", ...args]),
  ];
}

function greeting(server: ServerDefinition, url: string, command: readonly string[]): string {
  const colors = colorsFor(process.stderr);
  const { name, version } = registryOf(server).settings.server;
  const text = [
    `${colors.bold(name)} ${version} is listening on ${colors.underline(url)}`,
    describeServer(server, { colors, columns: process.stderr.columns }),
    connectHelp({ name, url, command, colors }),
    colors.dim("Press Ctrl-C to stop."),
  ].join("\n\n");
  return `\n${text}\n`;
}
