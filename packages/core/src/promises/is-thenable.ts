/** Whether `await` would wait for a value. */
export function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return value instanceof Promise || typeof (value as { readonly then?: unknown }).then === "function";
}
