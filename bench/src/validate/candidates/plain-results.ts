import { compileSchema } from "../../../../packages/core/src/validation/compile-schema.js";
import type { Prepare } from "../candidate.js";

/** A result that is only checked and written as text: nothing is left out of it. */
export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    const validate = compileSchema(schema);
    return (value) => validate(value).length === 0 && JSON.stringify(value).length > 0;
  });
