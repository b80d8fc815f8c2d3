import { guardStdout, type ServeStdioOptions, serveStdio } from "@plainmcp/transport-stdio";
import { type CompileFilesOptions, compileFiles } from "../compile/compile-files.js";
import { displayPath } from "../files/display-path.js";
import { toRealFile } from "../files/to-real-file.js";
import type { Settings } from "../flags/read-settings.js";
import { serveWith } from "../flags/serve-with.js";
import { colorsFor } from "../terminal/colors.js";
import { type LoadServerOptions, loadServer } from "./load-server.js";

/** Compiles a file and serves it over this process's stdio, until the client goes away. */
export async function serveFileOverStdio(
  path: string,
  options: LoadServerOptions & CompileFilesOptions,
  settings: Settings<ServeStdioOptions>,
): Promise<void> {
  // The client may be reading stdout already, and the user's module may print while it is loaded.
  const endGuard = guardStdout();
  const file = toRealFile(path, "file");
  const compilation = compileFiles([file], options);
  const server = await loadServer(file, compilation, options);
  endGuard();
  await serveWith(settings, (options) => serveStdio(server, options));
  if (process.stderr.isTTY) process.stderr.write(hint(server.registry().server.name, displayPath(file)));
}

function hint(name: string, file: string): string {
  const { bold, dim } = colorsFor(process.stderr);
  return [
    `${bold(name)} is waiting for an MCP client on stdin. Ctrl-C ends it.`,
    dim(`To try it and to see how clients start it: plainmcp serve ${file} --http`),
    "",
  ].join("\n");
}
