import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "./is-object.js";
import { defineValueType, type ValueType } from "./value-type.js";

/**
 * `Error` as its name, its message and the other properties that its class declares; never its stack or undeclared
 * properties.
 */
export const errorType: ValueType = defineValueType({
  is: (value) => value instanceof Error,
  isJson: isObject,
  decode(json, schema) {
    const { name, message } = json;
    const error = new Error(typeof message === "string" ? message : "");
    if (typeof name === "string") error.name = name;
    for (const key of declaredKeys(schema)) if (Object.hasOwn(json, key)) Reflect.set(error, key, json[key]);
    return error;
  },
  encode(error, schema) {
    const declared = declaredKeys(schema).map((key): [string, unknown] => [key, Reflect.get(error, key)]);
    return { name: error.name, message: error.message, ...Object.fromEntries(declared) };
  },
});

function declaredKeys({ properties }: JsonSchema): readonly string[] {
  return Object.keys(properties ?? {}).filter((key) => key !== "name" && key !== "message");
}
