import type { Difference } from "./find-differences.js";

/** A difference that is meant to be there. */
export interface KnownDifference {
  readonly is: (difference: Difference) => boolean;
  /** Why the lane is right, as a sentence. */
  readonly because: string;
}

/** What the lane answers differently from the SDK on purpose. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [];
