const BRAND = Symbol.for("plainmcp.ToolError");

/**
 * An error whose message the model may read. If a tool throws it, the client gets an error result with the message, so
 * that the model can correct itself. Of any other error the client gets only a generic text with a reference; the full
 * error goes to the server's log.
 *
 * @example
 * ```ts
 * throw new ToolError(`There is no note ${id}. Call search to find one.`);
 * ```
 */
export class ToolError extends Error {
  override readonly name: string = "ToolError";
}
// On the prototype, because logs print an error's own properties.
Object.defineProperty(ToolError.prototype, BRAND, { value: true });

/** Whether a thrown value is a {@link ToolError} of this or another copy of the package. */
export function isToolError(error: unknown): error is ToolError {
  return error instanceof Error && BRAND in error;
}
