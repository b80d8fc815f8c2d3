/** The error of a server whose environment lacks variables, or has wrong values. It never contains a secret value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  /** One line for each variable: its name, what is wrong, and what to do. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
    // The reader has to set a variable: where our code found that out does not help.
    this.stack = `${this.name}: ${this.message}`;
  }
}
