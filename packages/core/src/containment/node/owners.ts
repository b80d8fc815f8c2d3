import type { CallScope } from "../containment.js";

/** Knows the scope of a promise or an error. */
export interface Owners {
  scopeOf(owned: unknown): CallScope | undefined;
  /** Stops recording. */
  end(): void;
}
