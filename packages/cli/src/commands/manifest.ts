import type { Command } from "commander";
import { type DiagnosticFlags, diagnosticOptions } from "../compile/diagnostic-options.js";
import { EXIT_USAGE, ExitError } from "../terminal/exit.js";
import { examples } from "../terminal/help-style.js";

/** Adds `plainmcp manifest`. */
export function addManifestCommand(program: Command): void {
  const command = program
    .command("manifest")
    .summary("write the contract of classes as JSON")
    .description("Writes the manifest of every decorated class in the files to stdout, or to a file with --out.")
    .argument("<files...>", "TypeScript or JavaScript files with decorated classes")
    .option("--out <file>", "file to write to (default: stdout)")
    .option("--check", "write nothing; fail if the file of --out is missing or stale")
    .option("--tsconfig <file>", "tsconfig.json to use (default: the nearest one)");
  for (const option of diagnosticOptions("error")) command.addOption(option);
  command.addHelpText("after", examples(EXAMPLES)).action(manifest);
}

const EXAMPLES = [
  "plainmcp manifest weather.ts --out weather.manifest.json",
  "plainmcp manifest weather.ts --out weather.manifest.json --check --strict   in continuous integration",
  "plainmcp manifest weather.ts --format json 2>diagnostics.json >weather.manifest.json   for other programs",
];

interface ManifestFlags extends DiagnosticFlags {
  readonly out?: string;
  readonly check?: true;
  readonly tsconfig?: string;
}

async function manifest(files: readonly string[], flags: ManifestFlags): Promise<void> {
  if (flags.check && flags.out === undefined) {
    throw new ExitError(EXIT_USAGE, "--check needs a file to compare with: name it with --out.");
  }
  const { writeManifest } = await import("../manifest/write-manifest.js");
  await writeManifest(files, flags);
}
