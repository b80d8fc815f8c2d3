import { type AboutOption, guardReporter } from "@plainmcp/core/internal/engine";
import { excerpt } from "./excerpt.js";

const MAX_CHARACTERS = 300;
const MAX_SHOWN = 100;

/** Tells the operator what clients do not hear. */
export interface Reporter {
  /** A failure of ours, every time and with its stack. */
  report(error: Error): void;
  /** What is to be seen once, although it may happen again and again. */
  notice(message: Message): void;
  /** A request that was meant for another host, or comes from a foreign page: each once, up to a limit. */
  refusal(message: Message): void;
  /** A request that breaks the protocol: each kind once, up to a limit. */
  violation(message: string): void;
}

type Message = string | (Error & AboutOption);

/** Reports to `onError`, or else, or when that fails, to stderr. */
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

// Each kind has a limit of its own: strangers choose what these messages say, and must not be able to fill the log or
// the memory, nor to use up what is left for anything else.
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

/** A stack would only show how we refuse. */
function withoutStack(message: Message): Error {
  return Object.assign(typeof message === "string" ? new Error(message) : message, { stack: textOf(message) });
}

function textOf(message: Message): string {
  return typeof message === "string" ? message : message.message;
}
