import { ToolError } from "../tool-error.js";

/** A part of a result has no JSON. The model may read the message: it names the place, and no value. */
export class UnsendableError extends ToolError {
  /** @param problem Such as `result.average is NaN` */
  constructor(problem: string, help: string) {
    super(`The result cannot be sent as JSON: ${problem}. ${help}`);
  }
}
