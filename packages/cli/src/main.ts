import { CommanderError } from "commander";
import { colorsFor } from "./colors.js";
import type { DiagnosticFlags, DiagnosticFormat } from "./diagnostic-options.js";
import { EXIT_OK, EXIT_USAGE, explainExit } from "./exit.js";
import { createProgram } from "./program.js";

const program = createProgram();
let format: DiagnosticFormat = "text";
program.hook("preAction", (_, command) => {
  format = command.opts<DiagnosticFlags>().format;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong. Its own code for that is 1, which here means that the user's code is wrong.
    process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
  } else {
    const { text, exitCode } = explainExit(error, colorsFor(process.stderr), format);
    process.exitCode = exitCode;
    // The user's module may have left timers or sockets behind, which would keep the process.
    process.stderr.write(text, () => process.exit());
  }
}
