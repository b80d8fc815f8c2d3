import type { JsonSchema } from "../manifest/json-schema.js";

/** The forms of one class, as the compiler found them. */
export interface Forms {
  /** The form of `ctx.elicit(message, { key })`. */
  find(message: string, key?: string): Form | undefined;
}

/** A form: the schema that the client shows, and how to read what the person filled in. */
export interface Form {
  /** The schema, with only the keywords that clients know. */
  readonly requestedSchema: JsonSchema;
  read(content: unknown): Promise<FormReading<unknown>>;
}

/** The value of an answer, or what is wrong with it. */
export type FormReading<T> = { readonly value: T } | { readonly problem: string };
