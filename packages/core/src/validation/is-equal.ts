import { hasProperty, isObject } from "../values/is-object.js";

/** Whether a value equals a JSON constant. Reads the value only as deeply as the constant. */
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
