/**
 * The schema uses a keyword that the closures do not know. It may still be a valid schema.
 *
 * @example `Unsupported JSON Schema keyword at "/properties/a/unevaluatedItems".`
 */
export class UnsupportedSchemaError extends Error {
  override readonly name = "UnsupportedSchemaError";
  /** JSON Pointer of the keyword within the schema. */
  readonly pointer: string;

  constructor(pointer: string, reason = "the validator does not know this keyword") {
    super(`Unsupported JSON Schema keyword at "${pointer}": ${reason}.`);
    this.pointer = pointer;
  }
}

/** The schema is invalid: no validator could use it. */
export class InvalidSchemaError extends Error {
  override readonly name = "InvalidSchemaError";
  /** JSON Pointer of the wrong place within the schema. */
  readonly pointer: string;

  constructor(pointer: string, problem: string, options?: ErrorOptions) {
    super(`Invalid JSON Schema at "${pointer}": ${problem}.`, options);
    this.pointer = pointer;
  }
}
