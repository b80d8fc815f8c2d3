import type { QuestionRequest } from "./question.js";
import type { ReplayState } from "./replay-state.js";

/** Thrown in place of a result: the method can go on when the client has answered these questions. */
export class InputRequired extends Error {
  override readonly name = "InputRequired";
  /** The questions, by their keys. */
  readonly questions: Readonly<Record<string, QuestionRequest>>;
  readonly state: ReplayState;

  constructor(questions: Readonly<Record<string, QuestionRequest>>, state: ReplayState) {
    super("Input required");
    this.questions = questions;
    this.state = state;
  }
}
