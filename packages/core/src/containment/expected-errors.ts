import { currentContainment } from "./containment.js";
import { ignoreRejections } from "./ignore-rejections.js";

const KEY = Symbol.for("plainmcp.expectedErrors");

/** The errors of all copies of this package, since each would take the other's listener for somebody else's. */
interface Expected {
  readonly errors: WeakSet<object>;
  stopIgnoring?: (() => void) | undefined;
}

/**
 * Takes note of an error that a client causes in a method. A promise may be left to fail with it unhandled, because another
 * one has stopped the method before it was awaited: that is no failure, and must not end the process.
 */
export function expectError(error: unknown): void {
  if (!isObject(error)) return;
  const expected = expectedErrors();
  expected.errors.add(error);
  // A containment sees to it otherwise.
  if (currentContainment() === undefined) expected.stopIgnoring ??= ignoreRejections(isExpectedError);
}

/** Whether an error is one that a client has caused. */
export function isExpectedError(error: unknown): boolean {
  return isObject(error) && expectedErrors().errors.has(error);
}

/** Lets go of unhandled rejections, because a containment takes them from now on. */
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
