import { defineValueType, type ValueType } from "./value-type.js";

/** `Set` as an array. */
export const setType: ValueType = defineValueType({
  is: (value) => value instanceof Set,
  isJson: (json) => Array.isArray(json),
  decode: (items) => new Set(items),
  encode: (set) => [...set],
});
