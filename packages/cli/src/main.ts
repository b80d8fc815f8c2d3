import { CommanderError } from "commander";
import { colorsFor } from "./colors.js";
import { EXIT_OK, EXIT_USAGE, explainExit } from "./exit.js";
import { createProgram } from "./program.js";

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong. Its own code for that is 1, which here means that the user's code is wrong.
    process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
  } else {
    const { text, exitCode } = explainExit(error, colorsFor(process.stderr));
    process.exitCode = exitCode;
    // The user's module may have left timers or sockets behind, which would keep the process.
    process.stderr.write(text, () => process.exit());
  }
}
