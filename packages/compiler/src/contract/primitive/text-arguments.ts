import { propertiesOf } from "../../json-schema/resolve.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import type { ExtractedPrimitive } from "./extract-primitive.js";

/** The names of the arguments, in the order of the parameters. */
export function argumentNames(inputSchema: Schema): string[] {
  return Object.keys(propertiesOf(inputSchema));
}

/**
 * Reports the arguments that text cannot be converted to: prompts and resources receive text only.
 *
 * @param what What to call the arguments, such as "A prompt argument"
 */
export function checkTextArguments(what: string, primitive: ExtractedPrimitive, { diagnostics }: Project): void {
  const { inputSchema } = primitive.input;
  if (inputSchema.additionalProperties !== false || inputSchema["x-anyOf"] !== undefined) {
    const help = "Use an object type without alternatives and index signatures.";
    diagnostics.report("not-text", primitive.node, `${what} needs a fixed name.`, help);
  }
  for (const [name, schema] of Object.entries(propertiesOf(inputSchema))) {
    if (isText(schema)) continue;
    const message = `${what} is text, which cannot be converted to the type of ${name}.`;
    const help = "Write string, a union of string literals, number or boolean, and convert it in the method.";
    diagnostics.report("not-text", parameterNode(name, primitive), message, help);
  }
}

function parameterNode(name: string, { signature, node }: ExtractedPrimitive): ts.Node {
  return signature.getParameters().find((parameter) => parameter.name === name)?.valueDeclaration ?? node;
}

function isText(schema: Schema): boolean {
  if (schema["x-ts"] !== undefined) return false;
  return ["string", "number", "integer", "boolean"].includes(String(schema.type));
}
