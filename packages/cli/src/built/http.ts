import { basename } from "node:path";
import { registryOf } from "@plainmcp/core/internal/engine";
import { toServer } from "../exports/to-server.js";
import { httpFlags } from "../flags/http-flags.js";
import { closeOnSignal } from "../http/close-on-signal.js";
import { serveOverHttp } from "../http/serve-over-http.js";
import { loadEarly } from "./load-early.js";
import { readArguments } from "./read-arguments.js";
import { runAlone } from "./run-alone.js";
import { splitArguments } from "./split-arguments.js";

// At once, since the user's module loads after this one and expects its own arguments in `process.argv`.
const { own, theirs } = splitArguments(process.argv.slice(2));
process.argv.splice(2, Number.POSITIVE_INFINITY, ...theirs);

/** Reads files of variables, which the user's module expects when it loads. */
export function begin(): void {
  if (process.env.MCP_ENV_FILE || own.some((arg) => arg.startsWith("--env-file"))) loadEarly(own, process.env);
}

/** Serves over HTTP: the main program of what `plainmcp build --transport http` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const settings = readArguments(httpFlags, own, process.env);
    if (settings === "help") {
      process.stdout.write(await toHelp(basename(process.argv[1] ?? "server.mjs")));
      process.exit();
    }
    const server = toServer(target, "The export this module was built from");
    const { url, close } = await serveOverHttp(server, settings);
    closeOnSignal(close);
    console.error(`${registryOf(server).settings.server.name} is listening on ${url}`);
  });
}

async function toHelp(script: string): Promise<string> {
  const { help } = await import("./help.js");
  return help(httpFlags, {
    usage: `node ${script} [options] [-- <arguments>]`,
    description: "Serves MCP over Streamable HTTP.",
    note: "The server's own code finds what follows -- in process.argv.",
    examples: [
      `HOST=0.0.0.0 ALLOWED_HOSTS=mcp.example.com,mcp.example.org node ${script} --port 8080`,
      `node ${script} --port 8080 -- --data /srv/data`,
    ],
    columns: process.stdout.columns,
  });
}
