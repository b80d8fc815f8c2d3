/**
 * The reporter, but one that fails itself, at once or later, neither reaches a client nor ends the process.
 *
 * @param giveUp Is told what was to be reported, and why it was not
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
