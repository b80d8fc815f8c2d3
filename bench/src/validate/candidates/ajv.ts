import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Prepare } from "../candidate.js";

export const prepare: Prepare = (schemas) => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return schemas.map((schema) => {
    const validate = ajv.compile(schema);
    return (value) => validate(value);
  });
};
