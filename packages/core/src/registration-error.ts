import { escapeControls } from "./log/escape-controls.js";

/**
 * The error of a server that cannot start, or of primitives that cannot be added to it. It lists everything that is wrong
 * with its classes, manifests and dynamic primitives, and how to fix it.
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
   * @param heading What they prevent
   */
  constructor(problems: readonly string[], remedy?: string, heading = "This server cannot start:") {
    // Names of files and of dynamic primitives may come from elsewhere.
    const lines = problems.map((problem) => `  - ${escapeControls(problem)}`);
    super([heading, ...lines, ...(remedy === undefined ? [] : [remedy])].join("\n"));
    this.problems = problems;
    this.remedy = remedy;
  }
}
