import type { Command } from "commander";
import { type DiagnosticFlags, diagnosticOptions } from "../diagnostic-options.js";
import { EXIT_USAGE, ExitError } from "../exit.js";
import { graceOption } from "../grace-option.js";
import { examples } from "../help-style.js";
import { type HttpFlags, httpOptions } from "../http-options.js";

/** Adds `plainmcp serve`. */
export function addServeCommand(program: Command): void {
  const command = program
    .command("serve")
    .summary("serve the class in a file, over stdio or HTTP")
    .description(
      "Compiles a TypeScript file in memory and serves its class over stdio, or with --http over Streamable HTTP.",
    )
    .argument("<file>", "TypeScript file that exports a decorated class")
    .option("--http", "serve over HTTP instead of stdio");
  for (const option of httpOptions) command.addOption(option);
  command
    .addOption(graceOption)
    .option("--export <name>", "what to serve (default: the default export, or else the only class)")
    .option("--tsconfig <file>", "tsconfig.json to compile by (default: the nearest one)");
  for (const option of diagnosticOptions) command.addOption(option);
  command.addHelpText("after", examples(EXAMPLES)).action(serve);
}

const EXAMPLES = [
  "plainmcp serve weather.ts                      as Claude Desktop starts it",
  "plainmcp serve weather.ts --http --port 3000   on http://127.0.0.1:3000/mcp",
  "plainmcp serve weather.ts --shutdown-grace 60  with time for long calls when stdin ends",
];

interface ServeFlags extends HttpFlags, DiagnosticFlags {
  readonly http?: true;
  readonly export?: string;
  readonly tsconfig?: string;
  /** Milliseconds. */
  readonly shutdownGrace?: number;
}

async function serve(file: string, flags: ServeFlags): Promise<void> {
  const {
    http,
    export: exportName,
    tsconfig,
    format,
    strict,
    schemaWarn,
    schemaError,
    shutdownGrace,
    ...httpFlags
  } = flags;
  const compiling = { tsconfig, format, strict, schemaWarn, schemaError };
  const options = { exportName, ...compiling, shutdownGraceMs: shutdownGrace };
  if (http) {
    const { serveFileOverHttp } = await import("../serve/serve-file-over-http.js");
    return serveFileOverHttp(file, { ...options, ...httpFlags });
  }
  const [misplaced] = httpOptions.filter((option) => option.attributeName() in httpFlags);
  if (misplaced) throw new ExitError(EXIT_USAGE, `${misplaced.long} is for HTTP. Add --http, or leave it out.`);
  const { serveFileOverStdio } = await import("../serve/serve-file-over-stdio.js");
  return serveFileOverStdio(file, options);
}
