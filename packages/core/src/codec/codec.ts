/** Converts between a run-time value and the JSON that stands for it. What is inside is converted by the schema. */
export interface Codec {
  /** Asks whether this is a value to encode. Anything else is taken for JSON already. */
  is(value: unknown): boolean;
  /** Makes the value out of its JSON; returns what is not its JSON (such as `null`) unchanged. */
  decode(json: unknown): unknown;
  /**
   * Makes the JSON out of the value.
   *
   * @param asArray The schema wants an array; this concerns what has two forms, such as a `Map`
   */
  encode(value: unknown, asArray: boolean): unknown;
}

/** Declares a codec from functions that know their types. */
export function defineCodec<T, J>(definition: {
  readonly is: (value: unknown) => value is T;
  readonly isJson: (json: unknown) => json is J;
  readonly decode: (json: J) => unknown;
  readonly encode: (value: T, asArray: boolean) => unknown;
}): Codec {
  const { is, isJson, decode, encode } = definition;
  return {
    is,
    decode: (json) => (isJson(json) ? decode(json) : json),
    encode: (value, asArray) => (is(value) ? encode(value, asArray) : value),
  };
}

/** The JSON of most codecs. */
export function isString(json: unknown): json is string {
  return typeof json === "string";
}
