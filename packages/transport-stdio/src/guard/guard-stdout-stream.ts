import process from "node:process";
import type { Writable } from "node:stream";
import { guardMethod } from "./guard-method.js";
import { isSystemError } from "./is-system-error.js";

/** The stream of stdout, for one user alone. */
export interface GuardedStdout {
  /** Writes to stdout, which `process.stdout` no longer does. */
  readonly stdout: Writable;
  restore(): void;
}

/** Sends to stderr what is written on the stream `process.stdout`. `console` writes there, too. */
export function guardStdoutStream(): GuardedStdout {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  let full = false;
  // Writers that were told to wait go on when stderr has room again, or when it has failed and takes everything.
  const onFree = (): void => {
    const waiting = full;
    full = false;
    if (waiting) stdout.emit("drain");
  };
  const toStderr = (args: readonly unknown[]): boolean => {
    const free = stderr.write(...(args as Parameters<typeof stderr.write>));
    if (!free) full = true;
    return free;
  };
  const restore = [
    guardMethod(stdout, "write", (_, args) => toStderr(args)),
    guardMethod(stdout, "end", (_, args) => {
      const done = args.find((argument) => typeof argument === "function");
      const [chunk, encoding] = args.filter((argument) => argument !== done);
      if (chunk !== undefined && chunk !== null) toStderr([chunk, encoding]);
      process.nextTick(() => {
        done?.();
        // Pipelines wait for it.
        stdout.emit("finish");
      });
      return stdout;
    }),
    // A write that fails destroys the stream, too, and the transport must hear of it.
    guardMethod(stdout, "destroy", (destroy, args) => (isSystemError(args[0]) ? destroy(...args) : stdout)),
    guardMethod(stdout, "removeAllListeners", () => stdout),
  ];
  stderr.on("drain", onFree);
  // Without a listener, a host that closes stderr would end the process.
  stderr.on("error", onFree);
  return {
    stdout: new Proxy(stdout, { get: (target, key) => (key === "write" ? write : Reflect.get(target, key)) }),
    restore: () => {
      for (const undo of restore) undo();
      stderr.off("drain", onFree);
      // In the next turn, since what was written in this one may still fail.
      setImmediate(() => stderr.off("error", onFree));
      onFree();
    },
  };
}
