import { registryOf } from "@plainmcp/core/internal/engine";
import { guardStdout, type ServeStdioOptions, serveStdio } from "@plainmcp/transport-stdio";
import { displayPath } from "../files/display-path.js";
import { loadEnvFiles } from "../files/load-env-files.js";
import { toRealFile } from "../files/to-real-file.js";
import type { ProcessOptions } from "../flags/process-options.js";
import type { Settings } from "../flags/read-settings.js";
import { serveWith } from "../flags/serve-with.js";
import { colorsFor } from "../terminal/colors.js";
import { type LoadServerOptions, loadServer } from "./load-server.js";

/** Compiles a file and serves it over this process's stdio, until the client disconnects. */
export async function serveFileOverStdio(
  path: string,
  options: LoadServerOptions,
  settings: Settings<ServeStdioOptions & ProcessOptions>,
): Promise<void> {
  // The client may already read stdout, and the user's module may print while it loads.
  const endGuard = guardStdout();
  const file = toRealFile(path, "file");
  loadEnvFiles(settings.options.envFile ?? [], process.env);
  const server = await loadServer(file, options);
  endGuard();
  await serveWith(settings, (options) => serveStdio(server, options));
  if (process.stderr.isTTY) process.stderr.write(hint(registryOf(server).settings.server.name, displayPath(file)));
}

function hint(name: string, file: string): string {
  const { bold, dim } = colorsFor(process.stderr);
  return [
    `${bold(name)} is waiting for an MCP client on stdin. Press Ctrl-C to stop.`,
    dim(`To try it, and to see how to connect clients: plainmcp serve ${file} --http`),
    "",
  ].join("\n");
}
