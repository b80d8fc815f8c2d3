/** Whether an error comes from the operating system, and not from a mistake of the caller. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
