import type { JsonSchema } from "../manifest/json-schema.js";

/** Converts between a run-time value and the JSON that stands for it. What is inside is converted by the schema. */
export interface Codec {
  /** Asks whether this is a value to encode. Anything else is taken for JSON already. */
  is(value: unknown): boolean;
  /** Makes the value out of its JSON; returns what is not its JSON (such as `null`) unchanged. */
  decode(json: unknown, schema: JsonSchema): unknown;
  /** Makes the JSON that the schema describes out of the value: a `Map` has two forms, an `Error` shows what is declared. */
  encode(value: unknown, schema: JsonSchema): unknown;
}

/** Declares a codec from functions that know their types. */
export function defineCodec<T, J>(definition: {
  readonly is: (value: unknown) => value is T;
  readonly isJson: (json: unknown) => json is J;
  readonly decode: (json: J, schema: JsonSchema) => unknown;
  readonly encode: (value: T, schema: JsonSchema) => unknown;
}): Codec {
  const { is, isJson, decode, encode } = definition;
  return {
    is,
    decode: (json, schema) => (isJson(json) ? decode(json, schema) : json),
    encode: (value, schema) => (is(value) ? encode(value, schema) : value),
  };
}

/** The JSON of most codecs. */
export function isString(json: unknown): json is string {
  return typeof json === "string";
}
