import type { Colors } from "./colors.js";

/** The code and its contract are fine, and the command did what it was asked. */
export const EXIT_OK = 0;
/** The user's code is wrong. */
export const EXIT_FAILURE = 1;
/** The command line is wrong. */
export const EXIT_USAGE = 2;

/** Ends the command, with a message for the person who ran it unless everything has been said. */
export class ExitError extends Error {
  override readonly name = "ExitError";
  readonly exitCode: number;

  constructor(exitCode: typeof EXIT_FAILURE | typeof EXIT_USAGE, message = "") {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What to show for an error that ended the command, and the exit code that goes with it. */
export function explainExit(error: unknown, colors: Colors): { readonly text: string; readonly exitCode: number } {
  if (error instanceof ExitError) {
    const text = error.message && `${colors.red("error:")} ${error.message}\n`;
    return { text, exitCode: error.exitCode };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    text: `${colors.red("error:")} ${firstLine(error)} (this is a bug in plainmcp)\n${colors.dim(details)}\n`,
    exitCode: EXIT_FAILURE,
  };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}
