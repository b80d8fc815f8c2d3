import { installedContainment } from "./containment.js";
import { ignoreRejections } from "./ignore-rejections.js";

const KEY = Symbol.for("plainmcp.expectedErrors");

/** Shared by all copies of this package, because each would take the other's listener for one of the program. */
interface Expected {
  readonly errors: WeakSet<object>;
  stopIgnoring?: (() => void) | undefined;
}

/**
 * Records an error that a client causes in a method. A promise may reject with it unhandled, because the method stopped
 * before it awaited that promise. This is not a failure, and must not end the process.
 */
export function expectError(error: unknown): void {
  if (!isObject(error)) return;
  const expected = expectedErrors();
  expected.errors.add(error);
  // An installed containment handles this itself.
  if (installedContainment() === undefined) expected.stopIgnoring ??= ignoreRejections(isExpectedError);
}

/** Whether a client caused the error. */
export function isExpectedError(error: unknown): boolean {
  return isObject(error) && expectedErrors().errors.has(error);
}

/** Stops listening for unhandled rejections, because a containment handles them from now on. */
export function stopIgnoringRejections(): void {
  const expected = expectedErrors();
  expected.stopIgnoring?.();
  expected.stopIgnoring = undefined;
}

function expectedErrors(): Expected {
  const shared = globalThis as { [KEY]?: Expected };
  shared[KEY] ??= { errors: new WeakSet() };
  return shared[KEY];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
