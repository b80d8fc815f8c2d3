/**
 * The error of a server that cannot start. It lists everything that is wrong with its classes and manifests, and how to
 * fix it.
 *
 * @example
 * ```ts
 * try {
 *   await serveStdio(Weather);
 * } catch (error) {
 *   if (error instanceof RegistrationError) console.error(error.problems.length, error.remedy);
 * }
 * ```
 */
export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
  /** One line for each problem. */
  readonly problems: readonly string[];
  /** What fixes all of them, such as the command to run, if one remedy does. */
  readonly remedy: string | undefined;

  /**
   * @param problems One line for each problem
   * @param remedy What fixes all of them, such as the command to run, if one remedy does
   */
  constructor(problems: readonly string[], remedy?: string) {
    const lines = problems.map((problem) => `  - ${problem}`);
    super(["This server cannot start:", ...lines, ...(remedy === undefined ? [] : [remedy])].join("\n"));
    this.problems = problems;
    this.remedy = remedy;
  }
}
