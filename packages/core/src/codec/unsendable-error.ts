import { ToolError } from "../tool-error.js";

/** Thrown if a part of a result has no JSON form. The model may read the message: it names the path, not the value. */
export class UnsendableError extends ToolError {
  /** @param problem For example `result.average is NaN` */
  constructor(problem: string, help: string) {
    super(`The result cannot be sent as JSON: ${problem}. ${help}`);
  }
}
