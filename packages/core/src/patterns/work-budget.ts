/** Thrown when a piece of work takes more steps than it may. */
export class TooMuchWorkError extends Error {
  override readonly name = "TooMuchWorkError";
}

/** Limits the steps of a piece of work. */
export class WorkBudget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws TooMuchWorkError */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooMuchWorkError("The work takes too many steps.");
  }
}
