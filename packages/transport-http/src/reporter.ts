import { createNotice, guardReporter, type Notice, textOf } from "@plainmcp/core/internal/engine";
import { excerpt } from "./excerpt.js";

const MAX_CHARACTERS = 300;
const MAX_SHOWN = 100;

/** Reports to the operator what clients do not see. */
export interface Reporter {
  /** Reports a failure of the server, every time and with its stack. */
  report(error: Error): void;
  /** Reports something that is not a failure, without a stack. */
  notice(message: Notice): void;
  /** Reports a refused host, origin or revision: each once, up to a limit. */
  refusal(message: Notice): void;
  /** Reports a request that breaks the protocol: each message once, up to a limit. */
  violation(message: string): void;
}

/** Reports to `onError`, or to stderr if there is none or it fails. */
export function createReporter(onError?: (error: Error) => void): Reporter {
  const notice = createNotice(onError);
  return {
    report: guardReporter(onError ?? console.error, console.error),
    notice,
    refusal: limited(notice, "Further refusals are not shown."),
    violation: limited(notice, "Further violations of the protocol are not shown."),
  };
}

// Each kind has its own limit. Strangers choose the text of these messages: they must not be able to fill the log or the
// memory, nor to use up the limit of another kind.
function limited(notice: (message: Notice) => void, lastMessage: string): (message: Notice) => void {
  const shown = new Set<string>();
  return (message) => {
    const text = excerpt(textOf(message), MAX_CHARACTERS);
    if (shown.size > MAX_SHOWN || shown.has(text)) return;
    shown.add(text);
    if (shown.size > MAX_SHOWN) notice(lastMessage);
    else notice(typeof message === "string" ? text : message);
  };
}
