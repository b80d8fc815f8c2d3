const MAX_REMEMBERED = 1_000;

/** Tells the operator what clients do not hear. */
export interface Reporter {
  /** Every time. */
  report(error: Error): void;
  /** The first time for each message, for what a stranger could repeat without end. */
  reportOnce(message: string): void;
}

/** Reports to `onError`, or else to stderr, where each message appears once. */
export function createReporter(onError?: (error: Error) => void): Reporter {
  const seen = new Set<string>();
  const isNew = (message: string): boolean => {
    if (seen.has(message)) return false;
    // A bound, because messages may name what strangers sent.
    if (seen.size < MAX_REMEMBERED) seen.add(message);
    return seen.size < MAX_REMEMBERED;
  };
  return {
    report(error) {
      if (onError !== undefined) onError(error);
      else if (isNew(error.message)) console.error(error);
    },
    reportOnce(message) {
      if (!isNew(message)) return;
      if (onError !== undefined) onError(new Error(message));
      else console.error(message);
    },
  };
}
