import { createEncoder } from "../../../../packages/core/src/codec/create-encoder.js";
import { compileSchema } from "../../../../packages/core/src/validation/compile-schema.js";
import type { Prepare } from "../candidate.js";

/** What a tool's result goes through: it is encoded by its type, checked, and written as text. */
export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    const encode = createEncoder(schema);
    const validate = compileSchema(schema);
    return (value) => {
      const json = encode(value);
      return validate(json).length === 0 && JSON.stringify(json).length > 0;
    };
  });
