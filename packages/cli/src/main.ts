import { CommanderError } from "commander";
import type { DiagnosticFlags } from "./compile/diagnostic-options.js";
import { createProgram } from "./program.js";
import { colorsFor } from "./terminal/colors.js";
import { EXIT_OK, EXIT_USAGE, explainExit } from "./terminal/exit.js";
import type { DiagnosticFormat } from "./terminal/show-diagnostics.js";

const program = createProgram();
let format: DiagnosticFormat = "text";
program.hook("preAction", (_, command) => {
  format = command.opts<DiagnosticFlags>().format;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed what is wrong. Its own exit code is 1, which here means that the user's code is wrong.
    process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
  } else {
    const { text, exitCode } = explainExit(error, colorsFor(process.stderr), format);
    process.exitCode = exitCode;
    // The user's module may have left timers or sockets behind, which would keep the process.
    process.stderr.write(text, () => process.exit());
  }
}
