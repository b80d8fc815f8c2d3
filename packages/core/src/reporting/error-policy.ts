import type { ToolError } from "../tool-error.js";

/**
 * What clients get of an error that is not meant for them. A function returns the error to be answered in its place, or
 * `undefined` to keep it masked. It must not be asynchronous: it only decides what is said. What it throws is reported, and
 * the error stays masked.
 *
 * @example
 * ```ts
 * const errors: ErrorPolicy = (error) =>
 *   error instanceof NotFound ? new ToolError(`There is no ${error.id}.`) : undefined;
 * ```
 */
export type ErrorPolicy = "masked" | "exposed" | ((error: unknown) => ToolError | undefined);
