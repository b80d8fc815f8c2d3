/** Puts `value` in the place of a property and returns what puts the former property back. */
export function replaceProperty<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): () => void {
  const former = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, enumerable: true, writable: true, ...former, value });
  return () => {
    if (former === undefined) delete target[key];
    else Object.defineProperty(target, key, former);
  };
}
