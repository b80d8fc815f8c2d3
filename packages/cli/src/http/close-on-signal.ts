const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type TerminationSignal = keyof typeof EXIT_CODES;

/** Closes on the first signal that asks to end, then exits with 0. A second signal exits at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const stop = (signal: TerminationSignal): void => {
    if (isClosing) process.exit(EXIT_CODES[signal]);
    isClosing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of Object.keys(EXIT_CODES) as TerminationSignal[]) process.on(signal, stop);
}
