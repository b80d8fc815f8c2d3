import type { CallScope } from "../containment.js";

/** Knows which scope something belongs to. */
export interface Owners {
  scopeOf(owned: unknown): CallScope | undefined;
  /** Takes note of nothing more. */
  end(): void;
}
