import { basename } from "node:path";
import { toServer } from "../exports/to-server.js";
import { closeOnSignal } from "../http/close-on-signal.js";
import { listen } from "../http/listen.js";
import { readHttpSettings } from "./http-settings.js";
import { runAlone } from "./run-alone.js";
import { splitArguments } from "./split-arguments.js";

// At once, since the user's module is loaded after this one and finds its own arguments where every program does.
const { own, theirs } = splitArguments(process.argv.slice(2));
process.argv.splice(2, Number.POSITIVE_INFINITY, ...theirs);

/** Serves over HTTP: the main program of what `plainmcp build --transport http` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const settings = readHttpSettings(own, process.env);
    if (settings === "help") {
      process.stdout.write(help(basename(process.argv[1] ?? "server.mjs")));
      process.exit();
    }
    const server = toServer(target, "The export this module was built from");
    const { url, close } = await listen(server, settings);
    closeOnSignal(close);
    console.error(`${server.registry().server.name} is listening on ${url}`);
  });
}

function help(script: string): string {
  return `Usage: node ${script} [options] [-- <arguments>]

Serves MCP over Streamable HTTP.

Options:                      Environment:
  --port <number>             PORT             port to listen on, 0 for any free one (default: 3000)
  --host <host>               HOST             address to listen on (default: 127.0.0.1)
  --path <path>               MCP_PATH         path of the endpoint (default: /mcp)
  --allowed-host <name>       ALLOWED_HOSTS    names to answer to besides localhost, such as mcp.example.com or *.example.com
  --allowed-origin <origin>   ALLOWED_ORIGINS  web pages to accept besides those of localhost and of allowed hosts
  --legacy <mode>             MCP_LEGACY       clients older than 2026-07-28: sessions (default), stateless or reject
  --shutdown-grace <time>     MCP_SHUTDOWN_GRACE
                                               time to end in, such as 30s (default: 9s)
  -h, --help                                   print this help

Repeat an --allowed flag for several; in the environment, separate them by commas.
What follows -- is passed to the server's own code, in process.argv.

Examples:
  $ HOST=0.0.0.0 ALLOWED_HOSTS=mcp.example.com node ${script} --port 8080
  $ node ${script} --port 8080 -- --data /srv/data
`;
}
