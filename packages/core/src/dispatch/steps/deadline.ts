import type { Step } from "../call.js";
import { Deadline } from "../deadline.js";

/** Limits the time of the method. When it is over, the signal aborts and the client gets an error. */
export function deadline(timeoutMs: number): Step {
  return (call, next) => {
    const { invocation, source } = call;
    invocation.deadline = new Deadline(timeoutMs, invocation.signal, source);
    return invocation.deadline.limit(next);
  };
}
