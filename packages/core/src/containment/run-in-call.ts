import { type CallScope, currentContainment } from "./containment.js";
import { isExpectedError } from "./expected-errors.js";

/** One call of a method that a user of this package has written. */
export interface Call {
  /** What is called, for the log, such as `tool "add"`. */
  readonly source: string;
  /** Is told what fails. */
  readonly report: (error: unknown, source: string) => void;
  /** Has the signal that asks the method to stop. It is read when something fails, because some make it only then. */
  readonly stoppedBy?: { readonly signal: AbortSignal };
}

/**
 * Runs a method of the user's. Where a containment is installed, errors of what the method leaves behind are reported under
 * the call's name and end nothing. Elsewhere, on Workers for example, the runtime decides what becomes of them.
 */
export function runInCall<T>(call: Call, method: () => T): T {
  const containment = currentContainment();
  return containment ? containment.run(createCallScope(call), method) : method();
}

/** The scope of a call: reports what fails in it, but not what fails because the call was stopped. */
function createCallScope({ source, report, stoppedBy }: Call): CallScope {
  return {
    source,
    contain: (error) => {
      if (isExpectedError(error) || isStop(error, stoppedBy?.signal)) return;
      report(error, `background work of ${source}`);
    },
  };
}

/** Whether an error says only that something has stopped, as it was asked to. */
function isStop(error: unknown, signal: AbortSignal | undefined): boolean {
  if (!signal?.aborted) return false;
  const { reason } = signal;
  if (Object.is(error, reason)) return true;
  return error instanceof Error && (error.name === "AbortError" || error.cause === reason);
}
