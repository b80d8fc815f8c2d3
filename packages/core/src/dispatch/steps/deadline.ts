import type { Step } from "../call.js";
import { Deadline } from "../deadline.js";

/** Gives the method so many milliseconds. Then its signal aborts, and the client is told. */
export function deadline(timeoutMs: number): Step {
  return (call, next) => {
    const { invocation, source } = call;
    invocation.deadline = new Deadline(timeoutMs, invocation.signal, source);
    return invocation.deadline.limit(next);
  };
}
