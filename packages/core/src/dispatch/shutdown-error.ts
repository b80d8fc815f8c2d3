/** Why signals abort, and calls fail that do not settle, when a server ends. */
export class ShutdownError extends DOMException {
  constructor() {
    super("The server is shutting down.", "AbortError");
  }
}
