/** Whether the operating system refused something, as opposed to a mistake of the caller. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
