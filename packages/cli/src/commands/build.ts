import { type Command, Option } from "commander";
import { type DiagnosticFlags, diagnosticOptions } from "../compile/diagnostic-options.js";
import { examples } from "../terminal/help-style.js";

/** Adds `plainmcp build`. */
export function addBuildCommand(program: Command): void {
  const command = program
    .command("build")
    .summary("write one self-contained module that serves the class")
    .description(
      "Writes one ES module that Node runs on its own: the class, its manifest, its dependencies and a transport.",
    )
    .argument("<file>", "TypeScript or JavaScript file that exports a decorated class")
    .addOption(
      new Option("--transport <name>", "how the module serves").choices(["stdio", "http"]).makeOptionMandatory(),
    )
    .option("--out-dir <folder>", "folder to write to", "dist")
    .option("--sourcemap", "write a source map beside the module, for node --enable-source-maps")
    .option("--export <name>", "export to serve (default: the default export, or else the only class)")
    .option("--tsconfig <file>", "tsconfig.json to use (default: the nearest one)");
  for (const option of diagnosticOptions("error")) command.addOption(option);
  command.addHelpText("after", examples(EXAMPLES)).action(async (file: string, flags: BuildFlags) => {
    const { buildFile } = await import("../build/build-file.js");
    await buildFile(file, { ...flags, exportName: flags.export });
  });
}

const EXAMPLES = [
  "plainmcp build weather.ts --transport stdio   dist/weather.mjs and dist/weather.manifest.json",
  "plainmcp build weather.ts --transport http && PORT=8080 node dist/weather.mjs",
  "plainmcp build weather.ts --transport http --sourcemap && node --enable-source-maps dist/weather.mjs",
];

interface BuildFlags extends DiagnosticFlags {
  readonly transport: "stdio" | "http";
  readonly outDir: string;
  readonly sourcemap?: true;
  readonly export?: string;
  readonly tsconfig?: string;
}
