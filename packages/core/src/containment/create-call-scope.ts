import type { CallScope } from "./containment.js";
import { isExpectedError } from "./expected-errors.js";

/** One call of a user's method. */
export interface ScopedCall {
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** Receives the errors. */
  readonly report: (error: unknown, source: string) => void;
  /** Has the signal that stops the method. It is read only when something fails, because it may be created lazily. */
  readonly stoppedBy?: { readonly signal: AbortSignal };
}

/** Makes the scope of a call. It reports errors, except those that only say that the call was stopped. */
export function createCallScope({ source, report, stoppedBy }: ScopedCall): CallScope {
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
