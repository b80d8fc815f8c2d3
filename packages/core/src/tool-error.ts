const BRAND = Symbol.for("plainmcp.ToolError");

/**
 * An error whose message the model may read. Thrown by a tool it becomes an error result, so that the model can correct
 * itself; any other error reaches the client as a generic text with a reference, and in full only the server's log.
 *
 * @example
 * ```ts
 * throw new ToolError(`There is no note ${id}. Call search to find one.`);
 * ```
 */
export class ToolError extends Error {
  override readonly name: string = "ToolError";
}
// On the prototype, so that it is no property of the error that a log would print.
Object.defineProperty(ToolError.prototype, BRAND, { value: true });

/** Whether a thrown value is a {@link ToolError}, made by this copy of the package or another. */
export function isToolError(error: unknown): error is ToolError {
  return error instanceof Error && BRAND in error;
}
