import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addBuildCommand } from "./commands/build.js";
import { addManifestCommand } from "./commands/manifest.js";
import { addServeCommand } from "./commands/serve.js";
import { bold, examples } from "./terminal/help-style.js";
import { print } from "./terminal/print.js";

/** The whole command line. It throws errors and never ends the process. */
export function createProgram(): Command {
  const program = new Command("plainmcp")
    .description("Serve and build MCP servers written as plain TypeScript classes.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureOutput({ writeOut: print })
    .configureHelp({ styleTitle: bold, showGlobalOptions: false })
    .showHelpAfterError("Add --help for help.")
    .addHelpText("after", examples(EXAMPLES))
    .exitOverride();
  addServeCommand(program);
  addBuildCommand(program);
  addManifestCommand(program);
  return program;
}

const EXAMPLES = [
  "plainmcp serve weather.ts --http              on http://127.0.0.1:3000/mcp, for Claude Code and others",
  "plainmcp build weather.ts --transport stdio   one file that Claude Desktop can start",
];

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return version;
}
