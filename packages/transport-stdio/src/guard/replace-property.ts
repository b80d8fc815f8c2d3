/** What a property is replaced with: a value, or what computes it. */
export type Replacement<T> = { readonly value: T } | { readonly get: () => T };

/**
 * Replaces a property and returns what puts the former one back, unless somebody else has replaced it since: their value
 * was built on ours and stays.
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
