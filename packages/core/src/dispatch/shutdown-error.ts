/** The reason with which signals abort and unfinished calls fail when a server ends. */
export class ShutdownError extends DOMException {
  constructor() {
    super("The server is shutting down.", "AbortError");
  }
}
