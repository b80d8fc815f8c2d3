/** The replacement of a property: a value or a getter. */
export type Replacement<T> = { readonly value: T } | { readonly get: () => T };

/**
 * Replaces a property and returns a function that restores the original. If somebody else has replaced it in the meantime,
 * their value stays, because it builds on ours.
 */
export function replaceProperty<T extends object, K extends keyof T>(
  target: T,
  key: K,
  replacement: Replacement<T[K]>,
): () => void {
  const former = Object.getOwnPropertyDescriptor(target, key);
  const enumerable = former?.enumerable ?? true;
  const writable = "value" in replacement ? { writable: true } : {};
  Object.defineProperty(target, key, { configurable: true, enumerable, ...writable, ...replacement });
  const ours = Object.getOwnPropertyDescriptor(target, key);
  return () => {
    const current = Object.getOwnPropertyDescriptor(target, key);
    if (current?.value !== ours?.value || current?.get !== ours?.get) return;
    if (former === undefined) delete target[key];
    else Object.defineProperty(target, key, former);
  };
}
