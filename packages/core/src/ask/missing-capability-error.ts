import type { ClientCapability } from "../manifest/manifest.js";
import { ToolError } from "../tool-error.js";

const BRAND = Symbol.for("plainmcp.MissingCapabilityError");

/**
 * The client cannot do what a method asked of it. Catch it to go on without; let pass, the client is told what it lacks
 * in the words of its revision.
 *
 * @example
 * ```ts
 * const name = await ctx.elicit<{ name: string }>("Your name?").catch((error) => {
 *   if (error instanceof MissingCapabilityError) return undefined;
 *   throw error;
 * });
 * ```
 */
export class MissingCapabilityError extends ToolError {
  override readonly name: string = "MissingCapabilityError";
  /** What the client lacks, such as `["elicitation.url"]`. */
  readonly missing: readonly ClientCapability[];

  constructor(missing: readonly ClientCapability[]) {
    super(`This needs a client that can do more: it has not declared ${missing.join(" or ")}.`);
    this.missing = missing;
  }
}
Object.defineProperty(MissingCapabilityError.prototype, BRAND, { value: true });

/** Whether a thrown value is a {@link MissingCapabilityError}, made by this copy of the package or another. */
export function isMissingCapabilityError(error: unknown): error is MissingCapabilityError {
  return error instanceof Error && BRAND in error;
}
