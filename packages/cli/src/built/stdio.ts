import { basename } from "node:path";
import { registryOf } from "@plainmcp/core/internal/engine";
import { guardStdout, serveStdio } from "@plainmcp/transport-stdio";
import { toServer } from "../exports/to-server.js";
import { serveWith } from "../flags/serve-with.js";
import { stdioFlags } from "../flags/stdio-flags.js";
import { loadEarly } from "./load-early.js";
import { argumentsOf, readArguments } from "./read-arguments.js";
import { runAlone } from "./run-alone.js";
import { splitArguments } from "./split-arguments.js";

// At once, since the user's module loads after this one: it may print, and expects its own arguments in `process.argv`.
const endGuard = guardStdout();
const { own, theirs } = splitArguments(process.argv.slice(2), argumentsOf(stdioFlags));
process.argv.splice(2, Number.POSITIVE_INFINITY, ...theirs);

/** Reads files of variables, which the user's module expects when it loads. */
export function begin(): void {
  if (process.env.MCP_ENV_FILE || own.some((arg) => arg.startsWith("--env-file"))) loadEarly(own, process.env);
}

/** Serves over stdio: the main program of what `plainmcp build --transport stdio` writes. */
export function run(target: unknown): Promise<void> {
  return runAlone(async () => {
    const settings = readArguments(stdioFlags, own, process.env);
    if (settings === "help") {
      endGuard();
      process.stdout.write(await toHelp(basename(process.argv[1] ?? "server.mjs")));
      process.exit();
    }
    const server = toServer(target, "The export this module was built from");
    endGuard();
    await serveWith(settings, (options) => serveStdio(server, options));
    if (process.stderr.isTTY) {
      console.error(
        `${registryOf(server).settings.server.name} is waiting for an MCP client on stdin. Press Ctrl-C to stop.`,
      );
    }
  });
}

async function toHelp(script: string): Promise<string> {
  const { help } = await import("./help.js");
  return help(stdioFlags, {
    usage: `node ${script} [options] [arguments]`,
    description: "Serves MCP over stdio: a client starts it, and speaks to it on stdin and stdout.",
    note: "The server's own code finds all other arguments in process.argv, and everything after --.",
    examples: [`node ${script} --shutdown-grace 60 < calls.jsonl`, `node ${script} -- --help`],
    columns: process.stdout.columns,
  });
}
