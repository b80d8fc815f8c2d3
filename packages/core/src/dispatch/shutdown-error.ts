import type { Invocation } from "./invocation.js";

/** Why signals abort, and calls fail that do not settle, when a server ends. */
export class ShutdownError extends DOMException {
  constructor() {
    super("The server is shutting down.", "AbortError");
  }
}

/** What a client is told of a call that was aborted. */
export function whyAborted({ context }: Invocation): string {
  const { reason } = context.signal;
  return reason instanceof ShutdownError ? reason.message : "Cancelled.";
}
