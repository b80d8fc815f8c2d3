/** What a run of a method leaves to the next one. */
export interface ReplayState {
  /** Answers so far, as the client gave them, by the keys of the questions. */
  readonly answers: { readonly [key: string]: unknown };
  /** Values of the effects that have been run; an array of none where the value is `undefined`. */
  readonly effects: { readonly [key: string]: readonly unknown[] };
  /** Keys of the questions that are open. */
  readonly asked: readonly string[];
  /** The call whose middleware waits for the answers, in the process that has asked. */
  readonly call?: string;
}

/** The state of a method that has not run before. */
export const NO_STATE: ReplayState = { answers: {}, effects: {}, asked: [] };
