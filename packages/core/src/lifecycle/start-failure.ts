import type { Report } from "../reporting/create-report.js";

/** Thrown to each call that waited for a start that failed. */
export class StartFailure extends Error {
  readonly #source: string;
  readonly #report: Report;
  #reference: string | undefined;

  /** @param source What failed, such as `init of Notes` */
  constructor(cause: unknown, source: string, report: Report) {
    super(`${source} failed`, { cause });
    this.#source = source;
    this.#report = report;
  }

  /** Reports the cause at the first call. Returns the reference of the report, the same for all calls. */
  readonly report = (): string => {
    this.#reference ??= this.#report(this.cause, this.#source);
    return this.#reference;
  };
}
