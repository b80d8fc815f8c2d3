import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { containFailures } from "@plainmcp/core/internal/node";
import { guardStdio } from "../guard/guard-stdio.js";
import { onOrphaned } from "./on-orphaned.js";
import { onTerminationSignal } from "./on-termination-signal.js";
import { writeNow } from "./write-now.js";

const STDOUT = 1;

/** A process that serves over its stdio and does nothing else. */
export interface TakenProcess {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /**
   * Gives the process back.
   *
   * @param isExiting Whether it is about to end, and what has not left it still has to
   */
  release(isExiting: boolean): void;
}

/**
 * Makes this process one that serves over its stdio: stdin and stdout belong to the protocol, what calls leave behind does
 * not end it, and it ends when it is told to, or when the process that started it is gone.
 *
 * @param end Is called, once or more, when the process should end
 * @param unwritten Yields what the client still has to get when the process ends at once
 */
export function takeProcess(end: () => void, unwritten: () => Buffer): TakenProcess {
  const { stdin, stdout, end: endGuard } = guardStdio();
  // A tool that calls `process.exit`, or an error that ends the process, leaves no client without an answer.
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
