import type { Readable, Writable } from "node:stream";
import { setEnvironmentData } from "node:worker_threads";
import { guardPreload } from "./guard-preload.js";
import { guardStdin } from "./guard-stdin.js";
import { guardStdoutStream } from "./guard-stdout-stream.js";
import { guardSwitch } from "./guard-switch.js";
import { guardThread } from "./guard-thread.js";
import { GUARD_CODE } from "./guard-workers.js";

/** stdin and stdout of this process, while nobody else can use them. */
export interface StdioGuard {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Ends the guard: everybody can use them again. */
  end(): void;
}

/**
 * Takes stdin and stdout of this process away from everybody except the caller.
 *
 * @throws Error when they are already guarded
 */
export function guardStdio(): StdioGuard {
  if (guardSwitch.on)
    throw new Error(
      "This process already serves on its stdio. Close that server first, or pass other streams in the options.",
    );
  // The streams come first: a stream over a file keeps the `fs` functions that exist when it is created.
  const { stdout, restore: restoreStdout } = guardStdoutStream();
  const { stdin, restore: restoreStdin } = guardStdin();
  const endGuard = guardThread(() => setEnvironmentData(GUARD_CODE, guardPreload()));
  let ended = false;
  return {
    stdin,
    stdout,
    end: () => {
      if (ended) return;
      ended = true;
      restoreStdin();
      restoreStdout();
      endGuard();
      setEnvironmentData(GUARD_CODE, undefined);
    },
  };
}
