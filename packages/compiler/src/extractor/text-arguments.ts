import type { JsonSchema } from "@plainmcp/core";
import type { Project } from "../project/project.js";
import type { ts } from "../typescript.js";

/** The names of the arguments, in the order of the parameters. */
export function argumentNames(inputSchema: JsonSchema): string[] {
  return Object.keys(propertiesOf(inputSchema));
}

/** Reports the arguments that no text stands for: prompts and resources get text only. */
export function checkTextArguments(
  what: string,
  inputSchema: JsonSchema,
  node: ts.Node,
  { diagnostics }: Project,
): void {
  for (const [name, schema] of Object.entries(propertiesOf(inputSchema))) {
    if (isText(schema)) continue;
    const help = "Write string, a union of string literals, number or boolean, and convert it in the method.";
    diagnostics.report("not-text", node, `${name} is a ${what}, which is always text.`, help);
  }
}

/** The schemas of the arguments, by name. */
export function propertiesOf(inputSchema: JsonSchema): { readonly [name: string]: JsonSchema } {
  return (inputSchema.properties ?? {}) as { readonly [name: string]: JsonSchema };
}

function isText(schema: JsonSchema): boolean {
  if (schema["x-ts"] !== undefined) return false;
  return ["string", "number", "integer", "boolean"].includes(String(schema.type));
}
