import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";
import { guardChildProcesses } from "./guard-child-processes.js";
import { replaceProperty } from "./replace-property.js";

const FILE_WRITERS = [
  "write",
  "writeSync",
  "writev",
  "writevSync",
  "writeFile",
  "writeFileSync",
  "appendFile",
  "appendFileSync",
] as const;

let guarded = false;

/**
 * Sends to stderr what this process and its children would write to stdout, because one foreign byte there breaks the
 * connection. `serveStdio` does it while it serves; a program that loads other code first may do it before.
 *
 * @returns what ends the guard
 * @throws Error when stdout is guarded already
 *
 * @example
 * ```ts
 * const endGuard = guardStdout();
 * const { default: Weather } = await import("./weather.js"); // whatever it prints
 * endGuard();
 * await serveStdio(Weather);
 * ```
 */
export function guardStdout(): () => void {
  if (guarded)
    throw new Error(
      "This process already serves on its stdio. Close that server first, or pass other streams in the options.",
    );
  guarded = true;
  const restore = [...guardStream(), ...guardFileDescriptor(), ...guardChildProcesses()];
  // Named imports of built-in modules are copies: without this they would keep the unguarded functions.
  syncBuiltinESMExports();
  return () => {
    for (const undo of restore) undo();
    syncBuiltinESMExports();
    guarded = false;
  };
}

// `console` needs nothing of its own: it writes through `process.stdout.write`.
function guardStream(): (() => void)[] {
  const { stdout, stderr } = process;
  return [
    replaceProperty(stdout, "write", stderr.write.bind(stderr)),
    replaceProperty(stdout, "end", ((...args: Parameters<typeof stderr.write>) => {
      if (args[0] !== undefined && typeof args[0] !== "function") stderr.write(...args);
      return stdout;
    }) as typeof stdout.end),
  ];
}

// Loggers such as pino write to descriptor 1 past the stream. A proxy keeps what `util.promisify` finds on the functions.
function guardFileDescriptor(): (() => void)[] {
  const toStderr: ProxyHandler<(...args: unknown[]) => unknown> = {
    apply: (write, self, [file, ...rest]) => Reflect.apply(write, self, [file === 1 ? 2 : file, ...rest]),
  };
  return FILE_WRITERS.map((name) => replaceProperty(fs, name, new Proxy(fs[name] as never, toStderr) as never));
}
