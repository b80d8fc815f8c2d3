import { type CallScope, currentContainment } from "./containment.js";
import { isExpectedError } from "./expected-errors.js";

/** One call of a user's method. */
export interface Call {
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** Receives the errors. */
  readonly report: (error: unknown, source: string) => void;
  /** Has the signal that stops the method. It is read only when something fails, because it may be created lazily. */
  readonly stoppedBy?: { readonly signal: AbortSignal };
}

/**
 * Runs a user's method. If a containment is installed, errors of work that the method left running are reported under
 * the call's name, and the process continues. Otherwise, for example on Workers, the runtime handles them.
 */
export function runInCall<T>(call: Call, method: () => T): T {
  const containment = currentContainment();
  return containment ? containment.run(createCallScope(call), method) : method();
}

/** Makes the scope of a call. It reports errors, except those that only say that the call was stopped. */
function createCallScope({ source, report, stoppedBy }: Call): CallScope {
  return {
    source,
    contain: (error) => {
      if (isExpectedError(error) || isStop(error, stoppedBy?.signal)) return;
      report(error, `background work of ${source}`);
    },
  };
}

/** Whether an error only says that something stopped, as it was asked to. */
function isStop(error: unknown, signal: AbortSignal | undefined): boolean {
  if (!signal?.aborted) return false;
  const { reason } = signal;
  if (Object.is(error, reason)) return true;
  return error instanceof Error && (error.name === "AbortError" || error.cause === reason);
}
