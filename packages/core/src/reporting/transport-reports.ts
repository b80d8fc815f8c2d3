import { excerpt } from "../log/excerpt.js";
import { optionError } from "../option-error.js";
import type { Notice, Reporter } from "./create-reporter.js";
import { FailureLog } from "./failure-log.js";
import { guardReporter } from "./guard-reporter.js";
import { Repeats } from "./repeats.js";

const MAX_CHARACTERS = 300;

/** The reports of one transport. */
export class TransportReports implements Reporter {
  readonly report: Reporter["report"];
  readonly notice: Reporter["notice"];
  readonly refusal: Reporter["refusal"];
  readonly violation: Reporter["violation"];
  readonly #log = new FailureLog();
  readonly #repeats: Repeats<Notice>[] = [];

  constructor(onError: ((error: Error) => void) | undefined) {
    const log = (error: unknown): void => this.#log.error(error);
    const tell = guardReporter<Error>(onError ?? log, (error, failure) => {
      log(error);
      log(failure);
    });
    this.report = tell as Reporter["report"];
    this.notice = this.#count("notices", tell);
    this.refusal = this.#count("refusals", tell);
    this.violation = this.#count("violations of the protocol", tell);
  }

  flush(): void {
    for (const repeats of this.#repeats) repeats.flush();
    this.#log.flush();
  }

  // Each category counts by itself. Strangers choose the text of these messages: they must not be able to fill the log or the
  // memory, nor to hide those of another category.
  #count(category: string, tell: (error: Error) => void): (notice: Notice) => void {
    const repeats = new Repeats<Notice>({
      remind: (last, more) => {
        tell(toError(last === undefined ? `${more} ${category} of other kinds` : withMore(last, more)));
      },
    });
    this.#repeats.push(repeats);
    return (notice) => {
      const text = excerpt(typeof notice === "string" ? notice : notice.message, MAX_CHARACTERS);
      repeats.take(text, () => {
        const shown = typeof notice === "string" ? text : notice;
        tell(toError(shown));
        return shown;
      });
    };
  }
}

/** A notice as an error without a stack, which would only show our own code. */
function toError(notice: Notice): Error {
  const error = typeof notice === "string" ? new Error(notice) : notice;
  return Object.assign(error, { stack: error.message });
}

function withMore(notice: Notice, more: string): Notice {
  if (typeof notice === "string") return `${notice} ${more}`;
  return optionError(notice.option, (_, nameOf) => `${notice.describe(nameOf)} ${more}`, Error);
}
