import { guardStdio } from "./guard-stdio.js";

/**
 * Keeps stdin and stdout for the protocol. What this process, its child processes and its worker threads would write to
 * stdout goes to stderr, because one foreign byte there breaks the connection, and stdin is empty for them, because every
 * byte they took would be missing. `serveStdio` does it while it serves; a program that loads other code first may do it
 * before.
 *
 * It does not reach native code that writes to descriptor 1, files opened by a name such as `/dev/stdout`, workers created
 * before, workers whose file only a `--require` hook can read, and modules loaded before that keep a function of `node:fs`
 * or `node:child_process`, or the class `Worker`, in a variable of their own.
 *
 * @returns what ends the guard
 * @throws Error when stdout is guarded already
 *
 * @example
 * ```ts
 * const endGuard = guardStdout();
 * const { default: Weather } = await import("../weather.js"); // whatever it prints
 * endGuard();
 * await serveStdio(Weather);
 * ```
 */
export function guardStdout(): () => void {
  return guardStdio().end;
}
