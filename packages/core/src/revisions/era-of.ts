import type { Era } from "../context.js";
import { MODERN_REVISION } from "./error-codes.js";

/** The era of a revision. */
export function eraOf(revision: string): Era {
  return revision >= MODERN_REVISION ? "modern" : "legacy";
}
