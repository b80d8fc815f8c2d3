import { createEncoder } from "../codec/create-encoder.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { restoreRootUnion } from "../manifest/restore-root-union.js";
import type { Checked, Output } from "../primitives/primitive.js";
import { NO_ISSUES } from "../validation/compile-schema.js";
import { createValidator, type Validator } from "../validation/create-validator.js";
import { isPlainSchema } from "../validation/is-plain-schema.js";

/** Encodes and checks results by their schema. What that takes is made when it is needed, as for `SchemaInput`. */
export class SchemaOutput implements Output {
  readonly #schema: JsonSchema;
  readonly #onOmitted: (path: string) => void;
  #encode: ((value: unknown) => unknown) | undefined;
  #validate: Validator | undefined;
  /** The last encoded value, if encoding proved it valid. The next validation, if any, is of this value. */
  #valid: object | undefined;

  /**
   * @param onOmitted Called for each property that is left out, with its path
   * @throws whatever is wrong with the schema
   */
  constructor(schema: JsonSchema, onOmitted: (path: string) => void) {
    this.#schema = restoreRootUnion(schema);
    this.#onOmitted = onOmitted;
    if (isPlainSchema(this.#schema)) return;
    this.#validate = createValidator(this.#schema, { isLater: false, isOutput: true });
    this.#encode = this.#createEncoder();
  }

  encode(value: unknown): unknown {
    this.#encode ??= this.#createEncoder();
    return this.#encode(value);
  }

  validate(json: unknown): Checked {
    const isValid = json === this.#valid;
    this.#valid = undefined;
    if (isValid) return NO_ISSUES;
    this.#validate ??= createValidator(this.#schema, { isLater: false, isOutput: true });
    return this.#validate(json);
  }

  #createEncoder(): (value: unknown) => unknown {
    const onValid = (json: object): void => {
      this.#valid = json;
    };
    return createEncoder(this.#schema, { onOmitted: this.#onOmitted, onValid });
  }
}
