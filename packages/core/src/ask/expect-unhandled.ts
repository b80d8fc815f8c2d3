const KEY = Symbol.for("plainmcp.expectedRejections");

/**
 * Takes note of an error that a client causes in a method. A promise that fails with it may be left to nobody, because
 * another one has stopped the method before it was awaited: that must not end the process, as Node would have it.
 */
export function expectUnhandled(error: unknown): void {
  if (typeof error === "object" && error !== null) expectedErrors().add(error);
}

/** Of all copies of this package, since each would take the other's listener for somebody else's. */
function expectedErrors(): WeakSet<object> {
  const shared = globalThis as { [KEY]?: WeakSet<object> };
  shared[KEY] ??= listen(new WeakSet());
  return shared[KEY];
}

function listen(expected: WeakSet<object>): WeakSet<object> {
  if (typeof process === "undefined" || typeof process.on !== "function") return expected;
  process.on("unhandledRejection", (reason) => {
    if (typeof reason === "object" && reason !== null && expected.has(reason)) return;
    // Because somebody listens now, Node itself no longer does this.
    if (process.listenerCount("unhandledRejection") === 1) throw reason;
  });
  return expected;
}
