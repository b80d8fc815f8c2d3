import type { ParameterManifest } from "@plainmcp/core/manifest";
import type { PrimitiveKind } from "../../classes/find-decorators.js";
import { applyDoc } from "../../docs/apply-doc.js";
import { applyParamDocs } from "../../docs/apply-param-docs.js";
import type { MethodDoc } from "../../docs/doc.js";
import { readDoc } from "../../docs/read-doc.js";
import { readExample } from "../../docs/read-example.js";
import { orderKeywords } from "../../json-schema/keyword-order.js";
import { mergeRootUnion } from "../../json-schema/merge-root-union.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import { SchemaBuilder } from "../../schema/schema-builder.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";
import { checkPatterns } from "./check-patterns.js";
import { defaultValue } from "./default-value.js";
import { extractFlatInput } from "./extract-flat-input.js";
import { type Parameter, type Parameters, readParameters } from "./parameters.js";
import { readHeaders, refuseHeaders, refuseStrayHeaders } from "./read-headers.js";

/** What a method takes. */
export interface MethodInput {
  readonly parameters: readonly ParameterManifest[];
  /** Schema of the arguments object. */
  readonly inputSchema: Schema;
}

/** The parameters of a method, and the schema of the arguments that fill them. */
export function extractInput(
  signature: ts.Signature,
  doc: MethodDoc,
  kind: PrimitiveKind,
  project: Project,
): MethodInput {
  const parameters = readParameters(signature, project);
  const builder = new SchemaBuilder(project, "input");
  const root = applyDoc(
    builder.finish(argumentsSchema(parameters, doc, builder)),
    wholeExamples(doc),
    project.diagnostics,
  );
  checkPatterns(root, parameters, project);
  refuseStrayHeaders(doc, project);
  if (kind !== "tool") refuseHeaders(root, project);
  const schema = kind === "tool" ? readHeaders(root, signature.getDeclaration(), project) : root;
  return { parameters: parameters.manifest, inputSchema: orderKeywords(mergeRootUnion(schema)) };
}

/** The examples above the first `@param` that are an arguments object. Others show a call. */
function wholeExamples({ tags }: MethodDoc): { description: ""; tags: MethodDoc["tags"] } {
  const isObject = (text: string) => text.startsWith("{") && readExample(text) !== undefined;
  return { description: "", tags: tags.filter(({ name, text }) => name === "example" && isObject(text)) };
}

function argumentsSchema({ named, flat }: Parameters, doc: MethodDoc, builder: SchemaBuilder): Schema {
  if (flat) return extractFlatInput(flat, doc, builder);
  const properties = named.map((parameter) => [parameter.name, parameterSchema(parameter, doc, builder)] as const);
  const required = named.filter((parameter) => !isOptional(parameter, builder)).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...builder.definitions(),
  };
}

function parameterSchema(parameter: Parameter, doc: MethodDoc, builder: SchemaBuilder): Schema {
  const { name, declaration } = parameter;
  const { project } = builder;
  if (!ts.isIdentifier(declaration.name)) refuseUnnamed(declaration, project);
  const { type, written } = declaredType(parameter, project);
  const sources = declaration.initializer ? [declaration.initializer] : [];
  const optional = isOptional(parameter, builder);
  const schema = builder.schemaOf({ type, written, sources, optional, node: declaration, path: name });
  const documented = applyParamDocs(schema, name, doc, project.diagnostics);
  return {
    ...applyDoc(documented, readDoc(declaration), project.diagnostics),
    ...defaultValue(declaration.initializer, project),
  };
}

/** Where TypeScript has no type, a doc comment may have one: `@param {string} city`. */
function declaredType(
  { type, declaration }: Parameter,
  { checker }: Project,
): {
  readonly type: ts.Type;
  readonly written: ts.TypeNode | undefined;
} {
  const documented = declaration.type ? undefined : ts.getJSDocType(declaration);
  if (!documented || !(type.flags & ts.TypeFlags.Any)) return { type, written: declaration.type };
  return { type: checker.getTypeFromTypeNode(documented), written: documented };
}

function isOptional({ type, declaration }: Parameter, builder: SchemaBuilder): boolean {
  if (declaration.questionToken || declaration.initializer) return true;
  if (declaration.dotDotDotToken) return !isTupleWithRequired(type, builder.project);
  if (!declaration.type && ts.getJSDocParameterTags(declaration).some(({ isBracketed }) => isBracketed)) return true;
  return membersOf(type).some(({ flags }) => flags & ts.TypeFlags.VoidLike);
}

function isTupleWithRequired(type: ts.Type, { checker }: Project): boolean {
  return checker.isTupleType(type) && (type as ts.TupleTypeReference).target.minLength > 0;
}

function refuseUnnamed(declaration: ts.ParameterDeclaration, { diagnostics }: Project): void {
  const help = ts.isArrayBindingPattern(declaration.name)
    ? "Give the parameter a name, and destructure it in the method."
    : "Give the parameter a name, or make it the only one: then its properties are the arguments.";
  diagnostics.report("unnamed-parameter", declaration.name, "A destructured parameter has no name for clients.", help);
}
