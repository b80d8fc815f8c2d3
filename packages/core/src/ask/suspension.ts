import { expectError } from "../containment/expected-errors.js";

/** Thrown by a question whose answer will come with the next run of the method. */
export class Suspension extends Error {
  override readonly name = "Suspension";

  constructor() {
    super("A question waits for its answer. The method runs again when the answer arrives: rethrow this error.");
    expectError(this);
  }
}
