import { type Command, Option } from "commander";
import { type DiagnosticFlags, diagnosticOptions } from "../compile/diagnostic-options.js";
import { httpFlags } from "../flags/http-flags.js";
import { readServeSettings, serveOptions } from "../flags/serve-options.js";
import { stdioFlags } from "../flags/stdio-flags.js";
import { UNITS } from "../flags/text-formats.js";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { examples } from "../terminal/help-style.js";

/** Adds `plainmcp serve`. */
export function addServeCommand(program: Command): void {
  const command = program
    .command("serve")
    .summary("serve the class in a file, over stdio or HTTP")
    .description("Compiles a file in memory and serves its class over stdio, or over Streamable HTTP with --http.")
    .usage("[options] <file> [-- <arguments>]")
    .argument("<file>", "TypeScript or JavaScript file that exports a decorated class")
    .argument("[arguments...]", "passed to the file's own code, in process.argv")
    .option("--http", "serve over HTTP instead of stdio")
    .option("--export <name>", "export to serve (default: the default export, or else the only class)")
    .option("--tsconfig <file>", "tsconfig.json to use (default: the nearest one)");
  command.addOption(new Option("--watch").hideHelp()).addOption(new Option("--stdio").hideHelp());
  for (const option of [...diagnosticOptions("off"), ...serveOptions()]) command.addOption(option);
  command
    .addHelpText("after", () => `\n${wrapped(command, UNITS)}`)
    .addHelpText("after", examples(EXAMPLES))
    .action(serve);
}

function wrapped(command: Command, text: string): string {
  const { isTTY, columns } = process.stdout;
  return command.createHelp().boxWrap(text, (isTTY && columns) || WIDTH);
}

/** Commander's, if there is no terminal. */
const WIDTH = 80;

const EXAMPLES = [
  "plainmcp serve weather.ts                      as Claude Desktop starts it",
  "plainmcp serve weather.ts --http --port 3000   on http://127.0.0.1:3000/mcp",
  "plainmcp serve weather.ts --shutdown-grace 60  with a minute for long calls to finish when stdin ends",
  "plainmcp serve weather.ts --env-file .env      with the variables of a file",
  "plainmcp serve weather.ts -- --units metric    with arguments for your own code",
];

interface ServeFlags extends DiagnosticFlags {
  readonly http?: true;
  /** Of Node. */
  readonly watch?: true;
  /** The default. */
  readonly stdio?: true;
  readonly export?: string;
  readonly tsconfig?: string;
}

async function serve(file: string, args: readonly string[], flags: ServeFlags): Promise<void> {
  const { watch, stdio } = flags;
  if (watch) throw new ExitError(EXIT_USAGE, WATCH);
  if (stdio) throw new ExitError(EXIT_USAGE, "stdio is the default: leave --stdio out.");
  const { http, export: exportName, tsconfig, format, typeErrors, strict, schemaWarn, schemaError, ...values } = flags;
  const options = { exportName, tsconfig, format, typeErrors, strict, schemaWarn, schemaError, args };
  if (http) {
    const settings = readServeSettings(httpFlags, values);
    requireTerminator(file, args);
    const { serveFileOverHttp } = await import("../serve/serve-file-over-http.js");
    return serveFileOverHttp(file, options, settings);
  }
  const settings = readServeSettings(stdioFlags, values);
  requireTerminator(file, args);
  const { serveFileOverStdio } = await import("../serve/serve-file-over-stdio.js");
  return serveFileOverStdio(file, options, settings);
}

const WATCH =
  "To restart after edits, run: node --watch node_modules/plainmcp/bin/plainmcp.js serve … (see the guide).";

/** Without `--`, an argument is most often a mistyped flag or a second file. */
function requireTerminator(file: string, args: readonly string[]): void {
  const end = process.argv.indexOf("--");
  const isBehind = end !== -1 && process.argv.length - end > args.length;
  if (args.length === 0 || isBehind) return;
  const command = `plainmcp serve ${file} -- ${args.join(" ")}`;
  throw new ExitError(
    EXIT_USAGE,
    `"${args[0]}" is one argument too many. If it is for your own code, write: ${command}`,
  );
}
