import type { JsonSchema } from "../manifest/json-schema.js";
import { isObject } from "../values/is-object.js";
import { VALUE_TYPES } from "../values/value-types.js";

/**
 * Whether a schema has only keywords of which this can see at once that they are right, as almost all have. Its
 * validator, encoder and decoder can then be made later, because making them will find nothing wrong with it.
 */
export function isPlainSchema(root: JsonSchema): boolean {
  return isPlain(root, root);
}

/** Whether the operand of a keyword is surely right. */
type Test = (operand: unknown, root: JsonSchema) => boolean;

function isPlain(schema: unknown, root: JsonSchema): boolean {
  if (!isObject(schema)) return typeof schema === "boolean";
  for (const keyword of Object.keys(schema)) {
    const test = TESTS.get(keyword);
    if (test === undefined ? !keyword.startsWith("x-") : !test(schema[keyword], root)) return false;
  }
  return true;
}

const isText: Test = (operand) => typeof operand === "string";
const isTexts: Test = (operand, root) => Array.isArray(operand) && operand.every((text) => isText(text, root));
const isNumber: Test = (operand) => Number.isFinite(operand);
const isCount: Test = (operand) => Number.isInteger(operand) && (operand as number) >= 0;
const isAnything: Test = () => true;
const areBranches: Test = (operand, root) =>
  Array.isArray(operand) && operand.length > 0 && operand.every((branch) => isPlain(branch, root));

const areNamedSchemas: Test = (operand, root) => {
  if (!isObject(operand)) return false;
  for (const name of Object.keys(operand)) if (!isPlain(operand[name], root)) return false;
  return true;
};

const isType: Test = (operand) =>
  Array.isArray(operand) ? operand.every((name) => TYPES.has(name)) : TYPES.has(operand);

const TYPES: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "null", "array", "object"]);

/** Whether a reference leads to a definition that leads nowhere else for the same value, so that it ends. */
const isReference: Test = (operand, { $defs }) => {
  const [, name = ""] = typeof operand === "string" ? (DEFINITION.exec(operand) ?? []) : [];
  const target: unknown = isObject($defs) && Object.hasOwn($defs, name) ? $defs[name] : undefined;
  return isObject(target) && !IN_PLACE.some((keyword) => Object.hasOwn(target, keyword));
};

/** A reference without escapes. */
const DEFINITION = /^#\/\$defs\/([\w.-]+)$/;

const IN_PLACE = ["$ref", "allOf", "anyOf", "oneOf"] as const;

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ...["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "const"].map(
    (keyword) => [keyword, isAnything] as const,
  ),
  ["type", isType],
  ["enum", Array.isArray],
  ["properties", areNamedSchemas],
  ["required", isTexts],
  ["additionalProperties", isPlain],
  ["items", isPlain],
  ["prefixItems", (operand, root) => Array.isArray(operand) && operand.every((item) => isPlain(item, root))],
  ["format", isText],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((keyword) => [keyword, isNumber] as const),
  ["multipleOf", (operand, root) => isNumber(operand, root) && (operand as number) > 0],
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(
    (keyword) => [keyword, isCount] as const,
  ),
  ...["allOf", "anyOf", "oneOf"].map((keyword) => [keyword, areBranches] as const),
  ["$defs", areNamedSchemas],
  ["$ref", isReference],
  ["x-ts", (operand) => typeof operand === "string" && VALUE_TYPES.has(operand)],
  ["x-rest", isPlain],
  ["x-foreign", isTexts],
]);
