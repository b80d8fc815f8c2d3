import { type Schema, Validator } from "@cfworker/json-schema";
import type { Prepare } from "../candidate.js";

export const prepare: Prepare = (schemas) =>
  schemas.map((schema) => {
    const validator = new Validator(schema as Schema, "2020-12");
    return (value) => validator.validate(value).valid;
  });
