/** Closes and exits with 0 on the first SIGINT or SIGTERM; the second one does not wait. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false;
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (isClosing) process.exit(signal === "SIGINT" ? 130 : 143);
    isClosing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
