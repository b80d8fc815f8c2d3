import { writeSync } from "node:fs";
import { explainExit, isEnvironmentError } from "../terminal/exit.js";

// The user's module may use a variable while it loads, which nothing else can catch.
process.on("uncaughtExceptionMonitor", explainUnset);

/** Runs the main program of a built module. If it cannot start, ends the process with a message. */
export async function runAlone(start: () => Promise<void>): Promise<void> {
  process.off("uncaughtExceptionMonitor", explainUnset);
  try {
    await start();
  } catch (error) {
    const { colorsFor } = await import("../terminal/colors.js");
    const { text, exitCode } = explainExit(error, colorsFor(process.stderr));
    process.stderr.write(text, () => process.exit(exitCode));
  }
}

function explainUnset(error: unknown): void {
  if (!isEnvironmentError(error)) return;
  const { text, exitCode } = explainExit(error, { red: String, dim: String });
  writeSync(process.stderr.fd, text);
  process.exit(exitCode);
}
