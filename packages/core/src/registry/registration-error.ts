/**
 * The one error of starting a server: everything that is wrong with its classes and manifests, and how to mend it.
 */
export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
  /** One line for each thing that is wrong. */
  readonly problems: readonly string[];

  /**
   * @param problems One line for each thing that is wrong
   * @param remedy What to do, for example the command to run
   */
  constructor(problems: readonly string[], remedy: string) {
    super(["This server cannot start:", ...problems.map((problem) => `  - ${problem}`), remedy].join("\n"));
    this.problems = problems;
  }
}
