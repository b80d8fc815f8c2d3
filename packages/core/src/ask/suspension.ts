import { expectError } from "../containment/expected-errors.js";

/** What a question throws in the method that asks it, when the answer will come with another run of the method. */
export class Suspension extends Error {
  override readonly name = "Suspension";

  constructor() {
    super("A question waits for its answer. The method will be run again when it is there: let this error pass.");
    expectError(this);
  }
}
