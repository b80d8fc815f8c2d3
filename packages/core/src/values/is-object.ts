/**
 * Whether a value is an object in terms of JSON. A class instance is one; a `Date` or `Map` is not, because
 * `JSON.stringify` would lose its contents.
 */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || !isBuiltIn(value);
}

/** Whether a value has a property in terms of JSON: inherited ones and `undefined` are absent. */
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
