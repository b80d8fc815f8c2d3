export { compileSchema, type Validate } from "./compile-schema.js";
export { createValidator, type Validator } from "./create-validator.js";
export { formatIssues } from "./format-issues.js";
export type { ValidationIssue } from "./report.js";
export { InvalidSchemaError, UnsupportedSchemaError } from "./schema-errors.js";
