import { createEncoder } from "../../../../packages/core/src/codec/create-encoder.js";
import { compileSchema } from "../../../../packages/core/src/validation/compile-schema.js";
import type { Prepare } from "../candidate.js";

/** What a tool's result goes through: it is encoded by its type, checked where that was not enough, and written as text. */
export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    let valid: object | undefined;
    const onValid = (json: object): void => {
      valid = json;
    };
    const encode = createEncoder(schema, { onValid });
    const validate = compileSchema(schema);
    return (value) => {
      const json = encode(value);
      return (json === valid || validate(json).length === 0) && JSON.stringify(json).length > 0;
    };
  });
