/**
 * Asks whether a value is what JSON calls an object. A class instance is one; a `Date` or `Map` is not, since
 * `JSON.stringify` would lose what it holds.
 */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || !isBuiltIn(value);
}

/** Asks for a property as JSON would show it: inherited ones and `undefined` are absent. */
export function hasProperty(value: object, key: string): boolean {
  return Object.hasOwn(value, key) && (value as { [key: string]: unknown })[key] !== undefined;
}

function isBuiltIn(value: object): boolean {
  return (
    value instanceof Date ||
    value instanceof Map ||
    value instanceof Set ||
    value instanceof RegExp ||
    value instanceof URL ||
    value instanceof Error ||
    value instanceof Promise ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  );
}
