import type { Step } from "../call.js";

/** Limits the time of the method. When it is over, the signal aborts and the client gets an error. */
export function deadline(timeoutMs: number): Step {
  return ({ invocation }, next) => invocation.startDeadline(timeoutMs).limit(next);
}
