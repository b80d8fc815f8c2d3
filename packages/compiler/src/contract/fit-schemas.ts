import type { Schema } from "../json-schema/schema.js";
import { type HeavyPart, heaviestPart } from "../json-schema/size/heaviest-part.js";
import { hoistRepeats } from "../json-schema/size/hoist-repeats.js";
import { schemaBytes } from "../json-schema/size/schema-bytes.js";
import { withoutTypeNames } from "../json-schema/type-names.js";
import type { Project } from "../project/project.js";
import { RESULT } from "../schema/site.js";
import type { ts } from "../typescript/typescript.js";
import { returnNode } from "./results/returned-type.js";

/** The schemas of one primitive. */
interface Schemas {
  readonly inputSchema: Schema;
  readonly outputSchema?: Schema;
  /** Not sent to clients, so its size does not count. */
  readonly resultSchema?: Schema;
}

/**
 * The schemas, unchanged if they are short, or else with repeated parts moved to `$defs`. Reports those that are still
 * too long.
 *
 * @param given The schemas that were written by hand, which stay as they are
 */
export function fitSchemas<T extends Schemas>(
  schemas: T,
  given: readonly (keyof Schemas)[],
  signature: ts.Signature,
  project: Project,
): T {
  const { warn, error } = project.schemaSize;
  const { inputSchema, outputSchema, resultSchema } = schemas;
  const result = resultSchema && { resultSchema: withoutTypeNames(resultSchema) };
  if (totalBytes(schemas) < warn) {
    return {
      ...schemas,
      inputSchema: withoutTypeNames(inputSchema),
      ...(outputSchema && { outputSchema: withoutTypeNames(outputSchema) }),
      ...result,
    };
  }
  const hoisted: T = {
    ...schemas,
    ...result,
    ...(!given.includes("inputSchema") && { inputSchema: hoistRepeats(inputSchema) }),
    ...(outputSchema && !given.includes("outputSchema") && { outputSchema: hoistRepeats(outputSchema) }),
  };
  const bytes = totalBytes(hoisted);
  if (bytes >= warn) report(hoisted, bytes, bytes >= error, signature, project);
  if (bytes < error) return hoisted;
  // A manifest with errors is never used, so it need not hold megabytes.
  return { ...schemas, inputSchema: { type: "object" }, ...(outputSchema && { outputSchema: {} }) };
}

function totalBytes({ inputSchema, outputSchema }: Schemas): number {
  return schemaBytes(inputSchema) + (outputSchema ? schemaBytes(outputSchema) : 0);
}

function report(schemas: Schemas, bytes: number, isError: boolean, signature: ts.Signature, project: Project): void {
  const { warn, error } = project.schemaSize;
  const { path, bytes: share } = heaviest(schemas);
  const node = placeOf(path, signature);
  const what = `Clients receive ${kilobytes(bytes)} of schema for this method, ${kilobytes(share)} of it for \`${path}\``;
  const help = "Write a type with only the properties that matter, such as Pick<…>, or declare the rest as unknown.";
  if (isError) {
    const message = `${what}. The limit is ${kilobytes(error)}.`;
    project.diagnostics.report("too-large", node, message, `${help} The option schemaSize.error raises the limit.`);
  } else {
    const message = `${what}. A model reads all of it with every request, so keep it below ${kilobytes(warn)}.`;
    project.diagnostics.report("large-schema", node, message, `${help} The option schemaSize.warn raises the limit.`);
  }
}

function heaviest({ inputSchema, outputSchema }: Schemas): HeavyPart {
  const input = heaviestPart(inputSchema);
  const output = outputSchema && heaviestPart(outputSchema);
  if (output && output.bytes >= input.bytes) return { ...output, path: `${RESULT}${output.path}` };
  return { ...input, path: input.path.replace(/^\./, "") };
}

function placeOf(path: string, signature: ts.Signature): ts.Node {
  const declaration = signature.getDeclaration();
  const [name] = path.split(/[.[]/, 1);
  const [first, ...others] = declaration.parameters;
  const parameter = [first, ...others].find((one) => one?.name.getText() === name);
  if (parameter) return parameter;
  return name === RESULT || !first ? returnNode(declaration) : first;
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${Math.round(bytes / 1000)} KB`;
}
