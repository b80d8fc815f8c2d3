import { explainExit } from "../terminal/exit.js";

/** Runs the main program of a built module. If it cannot start, ends the process with a message. */
export async function runAlone(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const { colorsFor } = await import("../terminal/colors.js");
    const { text, exitCode } = explainExit(error, colorsFor(process.stderr));
    process.stderr.write(text, () => process.exit(exitCode));
  }
}
