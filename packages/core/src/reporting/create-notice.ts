import type { AboutOption } from "../option-error.js";
import { guardReporter } from "./guard-reporter.js";

/** What a notice says. An error can say it in the words of the command line, too. */
export type Notice = string | (Error & AboutOption);

/** Reports what is not a failure, to `onError` or else to stderr: without a stack, which would only show our own code. */
export function createNotice(onError: ((error: Error) => void) | undefined): (notice: Notice) => void {
  if (onError === undefined) return (notice) => console.error(textOf(notice));
  const report = guardReporter(onError, console.error);
  return (notice) => {
    const error = typeof notice === "string" ? new Error(notice) : notice;
    report(Object.assign(error, { stack: error.message }));
  };
}

/** The text of a notice. */
export function textOf(notice: Notice): string {
  return typeof notice === "string" ? notice : notice.message;
}
