import { createRequire } from "node:module";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { isObject } from "../../json-schema/is-object.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import { checkSchema } from "./check-patterns.js";
import type { MethodInput } from "./extract-input.js";
import type { ExtractedPrimitive } from "./extract-primitive.js";
import { readParameters } from "./parameters.js";
import { readHeaders } from "./read-headers.js";

/** The input from the decorator's own `inputSchema`, instead of the types. */
export function givenInput(schema: unknown, signature: ts.Signature, node: ts.Node, project: Project): MethodInput {
  const { manifest, named, flat } = readParameters(signature, project);
  const { diagnostics } = project;
  const inputSchema = validSchema("inputSchema", schema, node, project);
  if (inputSchema && inputSchema.type !== "object") {
    const help = 'Write type: "object", and the arguments as its properties.';
    diagnostics.report("invalid-schema", node, 'The inputSchema must have type "object".', help);
  }
  if (inputSchema) {
    checkSchema(inputSchema, node, "inputSchema", project);
    readHeaders(inputSchema, node, project);
  }
  for (const { name, declaration } of inputSchema && !flat ? named : []) {
    if (mayHaveProperty(inputSchema, name)) continue;
    const message = `The inputSchema has no property ${name}, so nothing would fill this parameter.`;
    diagnostics.report("invalid-schema", declaration, message, "Add the property, or rename the parameter.");
  }
  return { parameters: manifest, inputSchema: inputSchema ?? { type: "object" } };
}

/** A schema written by hand, if it is valid. Reports what is wrong with it. */
export function validSchema(
  option: string,
  schema: unknown,
  node: ExtractedPrimitive["node"],
  { diagnostics }: Project,
): Schema | undefined {
  const problem = isObject(schema) ? problemOf(schema) : "it is not an object";
  if (problem === undefined) return schema as Schema;
  const message = `The ${option} is not valid JSON Schema 2020-12: ${problem}.`;
  diagnostics.report("invalid-schema", node, message, "Correct it, or remove it to derive the schema from the types.");
  return undefined;
}

function problemOf(schema: object): string | undefined {
  const ajv = createAjv();
  if (!ajv.validateSchema(schema)) {
    const [error] = ajv.errors ?? [];
    return `${error?.instancePath || "its root"} ${error?.message ?? "is wrong"}`;
  }
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Loaded only for a schema written by hand. */
function createAjv(): Ajv2020 {
  const loaded = createRequire(import.meta.url)("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  return new loaded.Ajv2020({ strict: false, validateFormats: false, logger: false });
}

function mayHaveProperty(schema: unknown, name: string): boolean {
  if (!isObject(schema)) return false;
  const { properties, patternProperties, additionalProperties, $ref } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return true;
  if (patternProperties !== undefined || isObject(additionalProperties) || $ref !== undefined) return true;
  return COMBINATIONS.some((keyword) => {
    return [schema[keyword]].flat().some((part) => mayHaveProperty(part, name));
  });
}

const COMBINATIONS = ["allOf", "anyOf", "oneOf", "if", "then", "else"];
