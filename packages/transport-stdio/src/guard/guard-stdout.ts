import { guardStdio } from "./guard-stdio.js";

/**
 * Reserves stdin and stdout for the protocol. Everything that this process, its child processes and its worker threads write
 * to stdout goes to stderr, because one foreign byte on stdout breaks the connection. stdin is empty for them, because every
 * byte that they read would be missing. `serveStdio` does this while it serves. Call `guardStdout` if your program loads
 * modules that print before it serves.
 *
 * The guard does not cover native code that writes to descriptor 1; files opened by a name such as `/dev/stdout`; workers
 * created before; workers whose file only a `--require` hook can read; and modules loaded before that keep a function of
 * `node:fs` or `node:child_process`, or the class `Worker`, in a variable of their own.
 *
 * @returns a function that ends the guard
 * @throws Error when stdout is already guarded
 *
 * @example
 * ```ts
 * const endGuard = guardStdout();
 * const { default: Weather } = await import("../weather.js"); // what it prints goes to stderr
 * endGuard();
 * await serveStdio(Weather);
 * ```
 */
export function guardStdout(): () => void {
  return guardStdio().end;
}
