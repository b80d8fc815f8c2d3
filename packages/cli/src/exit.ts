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
  const label = colors.red("error:");
  if (error instanceof ExitError) {
    return { text: error.message && `${label} ${error.message}\n`, exitCode: error.exitCode };
  }
  if (isSystemError(error)) return { text: `${label} ${error.message}\n`, exitCode: EXIT_FAILURE };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    text: `${label} ${message} (this is a bug in plainmcp)\n${colors.dim(stack ?? "")}\n`,
    exitCode: EXIT_FAILURE,
  };
}

/** Whether the operating system refused something, such as to write where the user said. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
