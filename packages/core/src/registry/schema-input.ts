import { createDecoder } from "../codec/create-decoder.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { restoreRootUnion } from "../manifest/restore-root-union.js";
import type { Arguments, Checked, TextInput, ToolInput } from "../primitives/primitive.js";
import { createValidator, type Validator } from "../validation/create-validator.js";
import { isPlainSchema } from "../validation/is-plain-schema.js";
import { createTextParser } from "./create-text-parser.js";

/**
 * Checks and decodes arguments by their schema. What that takes is made at the first call, so that a start does not wait for
 * it; or else at once, if that may find something wrong with the schema.
 *
 * It is a class, and not a few closures, because each of hundreds of tools has one.
 */
export class SchemaInput implements ToolInput {
  readonly schema: JsonSchema;
  #validate: Validator | undefined;
  #decode: ((args: unknown) => unknown) | undefined;

  /** @throws whatever is wrong with the schema */
  constructor(schema: JsonSchema) {
    this.schema = restoreRootUnion(schema);
    if (isPlainSchema(this.schema)) return;
    this.#validate = createValidator(this.schema, { isLater: false });
    this.#decode = createDecode(this.schema);
  }

  validate(value: unknown): Checked {
    this.#validate ??= createValidator(this.schema, { isLater: false });
    return this.#validate(value);
  }

  decode(args: Arguments): Arguments {
    this.#decode ??= createDecode(this.schema);
    return this.#decode(args) as Arguments;
  }
}

/** The same for arguments that arrive as text. */
export class TextSchemaInput extends SchemaInput implements TextInput {
  readonly parse: TextInput["parse"];

  constructor(schema: JsonSchema) {
    super(schema);
    this.parse = createTextParser(schema);
  }
}

function createDecode(schema: JsonSchema): (args: unknown) => unknown {
  return createDecoder(schema) ?? same;
}

function same(args: unknown): unknown {
  return args;
}
