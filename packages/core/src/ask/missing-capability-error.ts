import type { ClientCapability } from "../manifest/manifest.js";
import { ToolError } from "../tool-error.js";

const BRAND = Symbol.for("plainmcp.MissingCapabilityError");

/**
 * The client lacks a capability that a method needs. Catch the error to continue without an answer. If you do not, the
 * client gets an error of its revision that names the capability.
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
  /** The capabilities that the client lacks, such as `["elicitation.url"]`. */
  readonly missing: readonly ClientCapability[];

  constructor(missing: readonly ClientCapability[]) {
    super(`The client lacks a capability that this needs: ${missing.join(", ")}.`);
    this.missing = missing;
  }
}
Object.defineProperty(MissingCapabilityError.prototype, BRAND, { value: true });

/** Whether a thrown value is a {@link MissingCapabilityError} of this or another copy of the package. */
export function isMissingCapabilityError(error: unknown): error is MissingCapabilityError {
  return error instanceof Error && BRAND in error;
}
