/**
 * The one error of starting a server: everything that is wrong with its classes and manifests, and how to mend it.
 */
export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
  /** One line for each thing that is wrong. */
  readonly problems: readonly string[];
  /** What mends all of them, where there is such a thing. */
  readonly remedy: string | undefined;

  /**
   * @param problems One line for each thing that is wrong
   * @param remedy What mends all of them, for example the command to run, where there is such a thing
   */
  constructor(problems: readonly string[], remedy?: string) {
    const lines = problems.map((problem) => `  - ${problem}`);
    super(["This server cannot start:", ...lines, ...(remedy === undefined ? [] : [remedy])].join("\n"));
    this.problems = problems;
    this.remedy = remedy;
  }
}
