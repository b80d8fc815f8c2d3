import { compileSchema } from "../../../../packages/core/src/validation/compile-schema.js";
import type { Prepare } from "../candidate.js";

/** A result that is written as text, read back, so that nobody can change it any more, and checked. */
export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    const validate = compileSchema(schema);
    return (value) => validate(JSON.parse(JSON.stringify(value))).length === 0;
  });
