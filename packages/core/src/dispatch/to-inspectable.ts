/** Returns what was thrown, or an error in its place if looking at it throws, as a revoked proxy does. */
export function toInspectable(thrown: unknown): unknown {
  if (typeof thrown !== "object" && typeof thrown !== "function") return thrown;
  try {
    void (thrown instanceof Error && thrown.name);
    void (thrown !== null && "message" in thrown);
    return thrown;
  } catch {
    return new TypeError("What was thrown cannot be inspected: it is an object such as a revoked proxy.");
  }
}
