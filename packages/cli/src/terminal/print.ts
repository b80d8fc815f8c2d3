/** Prints to stdout. Its reader may have seen enough and be gone, as `head` is, which is not a failure. */
export function print(text: string): void {
  // Once, however much is printed.
  process.stdout.off("error", unlessClosed).on("error", unlessClosed).write(text);
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
