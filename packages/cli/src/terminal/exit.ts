import type { Colors } from "./colors.js";
import type { DiagnosticFormat } from "./show-diagnostics.js";

/** The command did what it was asked. */
export const EXIT_OK = 0;
/** The user's code is wrong. */
export const EXIT_FAILURE = 1;
/** The command line is wrong. */
export const EXIT_USAGE = 2;

/** Ends the command. Without a message, everything has been said already. */
export class ExitError extends Error {
  override readonly name = "ExitError";
  readonly exitCode: number;

  constructor(exitCode: typeof EXIT_FAILURE | typeof EXIT_USAGE, message = "") {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * What to print for an error that ended the command, and with which exit code to end. As JSON it is one line,
 * `{"error":"…"}`.
 */
export function explainExit(
  error: unknown,
  colors: Pick<Colors, "red" | "dim">,
  format: DiagnosticFormat = "text",
): Explanation {
  const { message, details = "", exitCode } = explain(error);
  if (message === "") return { text: "", exitCode };
  if (format === "json") return { text: `${JSON.stringify({ error: message + details })}\n`, exitCode };
  return { text: `${colors.red("error:")} ${message}${details && colors.dim(details)}\n`, exitCode };
}

/** How the end of the command is explained. */
export interface Explanation {
  readonly text: string;
  readonly exitCode: number;
}

function explain(error: unknown): { readonly message: string; readonly details?: string; readonly exitCode: number } {
  if (error instanceof ExitError) return error;
  if (isEnvironmentError(error)) return { message: error.message, details: ENV_FILE, exitCode: EXIT_USAGE };
  if (isSystemError(error)) return { message: error.message, exitCode: EXIT_FAILURE };
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  return { message: `${message} (this is a bug in plainmcp)`, details: `\n${stack}`, exitCode: EXIT_FAILURE };
}

const ENV_FILE = "\nVariables can also come from a file: add --env-file <file>.";

/** Whether the environment lacks variables that a class needs. */
export function isEnvironmentError(error: unknown): error is Error {
  return error instanceof Error && error.name === "EnvironmentError";
}

/** Whether the operating system refused something, such as to write where the user said. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
