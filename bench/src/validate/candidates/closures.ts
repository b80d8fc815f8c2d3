import { compileSchema } from "../../../../packages/core/src/validation/compile-schema.js";
import type { Prepare } from "../candidate.js";

export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    const validate = compileSchema(schema);
    return (value) => validate(value).length === 0;
  });
