/**
 * Wraps a reporter, so that its own failures, synchronous or not, neither reach a client nor end the process.
 *
 * @param giveUp Receives what could not be reported, and why
 */
export function guardReporter<T>(
  report: (entry: T) => unknown,
  giveUp: (entry: T, failure: unknown) => void,
): (entry: T) => void {
  return (entry) => {
    try {
      Promise.resolve(report(entry)).catch((failure) => giveUp(entry, failure));
    } catch (failure) {
      giveUp(entry, failure);
    }
  };
}
