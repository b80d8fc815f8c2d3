import { basename } from "node:path";
import { guardStdout, serveStdio } from "@plainmcp/transport-stdio";
import { toServer } from "../to-server.js";
import { runAlone } from "./run-alone.js";
import { readStdioSettings } from "./stdio-settings.js";

// At once, since the user's module is loaded after this one and may print.
const endGuard = guardStdout();

/** Serves over stdio: the main program of what `plainmcp build --transport stdio` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const [, script = "server.mjs", ...args] = process.argv;
    const settings = readStdioSettings(args, process.env);
    if (settings === "help") {
      endGuard();
      process.stdout.write(help(basename(script)));
      process.exit();
    }
    const server = toServer(target, "The export this module was built from");
    endGuard();
    await serveStdio(server, settings);
    if (process.stderr.isTTY) {
      console.error(`${server.registry().server.name} is waiting for an MCP client on stdin. Ctrl-C ends it.`);
    }
  });
}

function help(script: string): string {
  return `Usage: node ${script} [options]

Serves MCP over stdio: a client starts it, and speaks to it on stdin and stdout.

Options:                     Environment:
  --shutdown-grace <time>    MCP_SHUTDOWN_GRACE   time to end in, such as 30s (default: 3.5s)
  -h, --help                                      print this help
`;
}
