import { basename } from "node:path";
import { guardStdout, serveStdio } from "@plainmcp/transport-stdio";
import { toServer } from "../exports/to-server.js";
import { runAlone } from "./run-alone.js";
import { splitArguments } from "./split-arguments.js";
import { readStdioSettings, STDIO_FLAGS } from "./stdio-settings.js";

// At once, since the user's module is loaded after this one: it may print, and it finds its own arguments where every
// program does.
const endGuard = guardStdout();
const { own, theirs } = splitArguments(process.argv.slice(2), STDIO_FLAGS);
process.argv.splice(2, Number.POSITIVE_INFINITY, ...theirs);

/** Serves over stdio: the main program of what `plainmcp build --transport stdio` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const settings = readStdioSettings(own, process.env);
    if (settings === "help") {
      endGuard();
      process.stdout.write(help(basename(process.argv[1] ?? "server.mjs")));
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
  return `Usage: node ${script} [options] [arguments]

Serves MCP over stdio: a client starts it, and speaks to it on stdin and stdout.

Options:                     Environment:
  --shutdown-grace <time>    MCP_SHUTDOWN_GRACE   time to end in, such as 30s (default: 3.5s)
  -h, --help                                      print this help

All other arguments are passed to the server's own code, in process.argv. So is everything after --, whatever it looks
like: node ${script} -- --help
`;
}
