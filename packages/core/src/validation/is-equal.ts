import { hasProperty, isObject } from "../values/is-object.js";

/** Asks whether a value equals a JSON constant. It goes no deeper than the constant does. */
export function isEqual(constant: unknown, value: unknown): boolean {
  if (constant === value) return true;
  if (Array.isArray(constant)) {
    return (
      Array.isArray(value) &&
      constant.length === value.length &&
      constant.every((item, index) => isEqual(item, value[index]))
    );
  }
  if (!isObject(constant) || !isObject(value)) return false;
  const keys = Object.keys(constant);
  return (
    keys.length === Object.keys(value).length &&
    keys.every((key) => hasProperty(value, key) && isEqual(constant[key], value[key]))
  );
}
