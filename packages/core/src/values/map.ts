import { defineValueType, type ValueType } from "./value-type.js";

/** `Map` as an object, or as an array of pairs when its keys are not strings. */
export const mapType: ValueType = defineValueType({
  is: (value) => value instanceof Map,
  isJson: (json): json is object => typeof json === "object" && json !== null,
  decode: (json) => new Map(Array.isArray(json) ? json : Object.entries(json)),
  encode: (map, { type }) => (type === "array" ? [...map] : Object.fromEntries(map)),
});
