import type { JsonSchema } from "../manifest/json-schema.js";

/** A type of values that JSON does not have: how they are told, and the JSON that stands for them. */
export interface ValueType {
  /** Asks whether this is such a value. Anything else is taken for JSON already. */
  is(value: unknown): boolean;
  /** Makes the value out of its JSON; returns what is not its JSON (such as `null`) unchanged. */
  decode(json: unknown, schema: JsonSchema): unknown;
  /** Makes the JSON that the schema describes out of the value: a `Map` has two forms, an `Error` shows what is declared. */
  encode(value: unknown, schema: JsonSchema): unknown;
  /** What a text has to be to stand for such a value, where the keywords of the schema do not say it. */
  readonly text?: TextRule;
  /** The `format` of the text that stands for an object, for the compiler. */
  readonly format?: string;
}

/** A demand on a text. */
export interface TextRule {
  /** The keyword that an issue names. */
  readonly keyword: string;
  readonly test: (text: string) => boolean;
  readonly expected: string;
}

/** Declares a type of values by functions that know it. */
export function defineValueType<T, J>(
  definition: {
    readonly is: (value: unknown) => value is T;
    readonly isJson: (json: unknown) => json is J;
    readonly decode: (json: J, schema: JsonSchema) => unknown;
    readonly encode: (value: T, schema: JsonSchema) => unknown;
  } & Pick<ValueType, "text" | "format">,
): ValueType {
  const { is, isJson, decode, encode, ...rest } = definition;
  return {
    ...rest,
    is,
    decode: (json, schema) => (isJson(json) ? decode(json, schema) : json),
    encode: (value, schema) => (is(value) ? encode(value, schema) : value),
  };
}

/** The JSON of most values. */
export function isString(json: unknown): json is string {
  return typeof json === "string";
}
