import process from "node:process";
import type { Writable } from "node:stream";
import { guardMethod } from "./guard-method.js";
import { isSystemError } from "./is-system-error.js";

/** The stream of stdout, for a single writer. */
export interface GuardedStdout {
  /** Writes to stdout, in place of `process.stdout`. */
  readonly stdout: Writable;
  restore(): void;
}

/** Redirects writes to the stream `process.stdout`, including those of `console`, to stderr. */
export function guardStdoutStream(): GuardedStdout {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  let full = false;
  // Waiting writers continue when stderr has room again, or when it has failed and accepts everything.
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
    // A failed write also destroys the stream, and the transport must be notified of it.
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
      // In the next turn of the event loop, because the writes of this one may still fail.
      setImmediate(() => stderr.off("error", onFree));
      onFree();
    },
  };
}
