import process from "node:process";

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Calls `end` at the first termination signal; the second exits at once. Returns a function that stops listening. */
export function onTerminationSignal(end: () => void): () => void {
  let ending = false;
  const listen = (signal: keyof typeof EXIT_CODES) => {
    const listener = (): void => {
      if (ending) process.exit(EXIT_CODES[signal]);
      ending = true;
      end();
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  };
  const stop = [listen("SIGHUP"), listen("SIGINT"), listen("SIGTERM")];
  return () => {
    for (const off of stop) off();
  };
}
