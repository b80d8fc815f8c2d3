/** What a run of a method passes to the next one. */
export interface ReplayState {
  /** The answers so far, as the client sent them, by question key. */
  readonly answers: { readonly [key: string]: unknown };
  /** The values of the effects that have run; an empty array means `undefined`. */
  readonly effects: { readonly [key: string]: readonly unknown[] };
  /** The keys of the open questions. */
  readonly asked: readonly string[];
  /** The id of the call whose middleware waits for the answers, in the process that asked. */
  readonly call?: string;
}

/** The state before the first run. */
export const NO_STATE: ReplayState = { answers: {}, effects: {}, asked: [] };
