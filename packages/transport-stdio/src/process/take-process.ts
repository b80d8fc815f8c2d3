import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { containFailures } from "@plainmcp/core/internal/node";
import { guardStdio } from "../guard/guard-stdio.js";
import { onOrphaned } from "./on-orphaned.js";
import { onTerminationSignal } from "./on-termination-signal.js";
import { writeNow } from "./write-now.js";

const STDOUT = 1;

/** This process, dedicated to serving over its stdio. */
export interface TakenProcess {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /**
   * Releases the process for other uses.
   *
   * @param isExiting Whether the process is about to exit, so that pending output must still be written
   */
  release(isExiting: boolean): void;
}

/**
 * Dedicates this process to serving over its stdio: stdin and stdout belong to the protocol, errors that calls leave behind
 * do not end the process, and it ends at a termination signal or when its parent process has exited.
 *
 * @param end Is called, once or more, when the process should end
 * @param unwritten Returns the bytes that the client must still get if the process exits immediately
 */
export function takeProcess(end: () => void, unwritten: () => Buffer): TakenProcess {
  const { stdin, stdout, end: endGuard } = guardStdio();
  // Even if a tool calls `process.exit` or an error ends the process, the client gets its answers.
  const answerNow = (): void => writeNow(STDOUT, unwritten());
  process.on("exit", answerNow);
  const releases = [endGuard, containFailures(), onTerminationSignal(end), onOrphaned(end)];
  return {
    stdin,
    stdout,
    release: (isExiting) => {
      for (const release of releases) release();
      if (!isExiting) process.off("exit", answerNow);
    },
  };
}
