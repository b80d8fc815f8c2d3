import type { JsonSchema } from "../manifest/json-schema.js";

/** A type of values that JSON does not have: how to recognize them, and the JSON that represents them. */
export interface ValueType {
  /** Whether a value is of this type. Anything else is treated as JSON already. */
  is(value: unknown): boolean;
  /** Decodes the value from its JSON. Returns any other JSON, such as `null`, unchanged. */
  decode(json: unknown, schema: JsonSchema): unknown;
  /**
   * Encodes the value as the JSON that the schema describes: a `Map` has two forms, an `Error` shows what is declared.
   */
  encode(value: unknown, schema: JsonSchema): unknown;
  /** The rule for text that represents such a value, if the schema's other keywords do not check it. */
  readonly text?: TextRule;
  /** A further rule for text that a client sent, whose value the server's own code will work with. */
  readonly input?: TextRule;
  /** The `format` of the text that represents the value, for the compiler. */
  readonly format?: string;
}

/** A rule for text. */
export interface TextRule {
  /** The keyword that an issue names. */
  readonly keyword: string;
  readonly test: (text: string) => boolean;
  readonly expected: string;
  /** Says what is wrong with a text that fails. @default the text */
  readonly got?: (text: string) => string | undefined;
  /** How many different texts one value may have, if each takes long to test. @default any number */
  readonly limit?: number;
}

/** Makes a value type from functions with precise types. */
export function defineValueType<T, J>(
  definition: {
    readonly is: (value: unknown) => value is T;
    readonly isJson: (json: unknown) => json is J;
    readonly decode: (json: J, schema: JsonSchema) => unknown;
    readonly encode: (value: T, schema: JsonSchema) => unknown;
  } & Pick<ValueType, "text" | "input" | "format">,
): ValueType {
  const { is, isJson, decode, encode, ...rest } = definition;
  return {
    ...rest,
    is,
    decode: (json, schema) => (isJson(json) ? decode(json, schema) : json),
    encode: (value, schema) => (is(value) ? encode(value, schema) : value),
  };
}

/** Whether JSON is a string, as it is for most value types. */
export function isString(json: unknown): json is string {
  return typeof json === "string";
}
