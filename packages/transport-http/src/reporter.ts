import { type AboutOption, guardReporter } from "@plainmcp/core/internal/engine";
import { excerpt } from "./excerpt.js";

const MAX_CHARACTERS = 300;
const MAX_SHOWN = 100;

/** Reports to the operator what clients do not see. */
export interface Reporter {
  /** Reports a failure of the server, every time and with its stack. */
  report(error: Error): void;
  /** Reports something that is not a failure, without a stack. */
  notice(message: Message): void;
  /** Reports a refused host, origin or revision: each once, up to a limit. */
  refusal(message: Message): void;
  /** Reports a request that breaks the protocol: each message once, up to a limit. */
  violation(message: string): void;
}

type Message = string | (Error & AboutOption);

/** Reports to `onError`, or to stderr if there is none or it fails. */
export function createReporter(onError?: (error: Error) => void): Reporter {
  const tell = onError && guardReporter(onError, console.error);
  const notice = (message: Message): void => {
    if (tell === undefined) console.error(textOf(message));
    else tell(withoutStack(message));
  };
  return {
    report: (error) => (tell === undefined ? console.error(error) : tell(error)),
    notice,
    refusal: limited(notice, "Further refusals are not shown."),
    violation: limited(notice, "Further violations of the protocol are not shown."),
  };
}

// Each kind has its own limit. Strangers choose the text of these messages: they must not be able to fill the log or the
// memory, nor to use up the limit of another kind.
function limited(notice: (message: Message) => void, lastMessage: string): (message: Message) => void {
  const shown = new Set<string>();
  return (message) => {
    const text = excerpt(textOf(message), MAX_CHARACTERS);
    if (shown.size > MAX_SHOWN || shown.has(text)) return;
    shown.add(text);
    if (shown.size > MAX_SHOWN) notice(lastMessage);
    else notice(typeof message === "string" ? text : message);
  };
}

/** The stack is removed because it would only show our own code. */
function withoutStack(message: Message): Error {
  return Object.assign(typeof message === "string" ? new Error(message) : message, { stack: textOf(message) });
}

function textOf(message: Message): string {
  return typeof message === "string" ? message : message.message;
}
