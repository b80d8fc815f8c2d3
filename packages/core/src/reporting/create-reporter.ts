import type { AboutOption } from "../option-error.js";
import { TransportReports } from "./transport-reports.js";

/** What a notice says. An error can say it in the words of the command line, too. */
export type Notice = string | (Error & AboutOption);

/** Reports to the operator what happens on the way between clients and methods. */
export interface Reporter {
  /** Reports a failure of the server, with its stack. */
  report(error: unknown): void;
  /** Reports something that is not a failure, without a stack. */
  notice(message: Notice): void;
  /** Reports a refused host, origin or revision. */
  refusal(message: Notice): void;
  /** Reports a request that breaks the protocol. */
  violation(message: string): void;
  /** Says how many reports were only counted so far. */
  flush(): void;
}

/**
 * Reports to `onError`, or to stderr if there is none or it fails. Repeated notices are counted, and so are repeated failures on
 * stderr.
 */
export function createReporter(onError?: (error: Error) => void): Reporter {
  let made: TransportReports | undefined;
  const reports = (): TransportReports => {
    made ??= new TransportReports(onError);
    return made;
  };
  return {
    report: (error) => reports().report(error),
    notice: (message) => reports().notice(message),
    refusal: (message) => reports().refusal(message),
    violation: (message) => reports().violation(message),
    flush: () => made?.flush(),
  };
}
