import type { ParameterManifest } from "@plainmcp/core/manifest";
import { applyDoc } from "../docs/apply-doc.js";
import { type Doc, type MethodDoc, NO_DOC } from "../docs/doc.js";
import { readDoc } from "../docs/read-doc.js";
import type { Project } from "../project/project.js";
import { orderKeywords } from "../schema/keyword-order.js";
import type { Schema } from "../schema/schema.js";
import { SchemaBuilder } from "../schema/schema-builder.js";
import { ts } from "../typescript.js";
import { defaultValue } from "./default-value.js";
import { extractFlatInput } from "./extract-flat-input.js";
import { injectedParameter } from "./injected-parameter.js";

/** What a method takes. */
export interface MethodInput {
  readonly parameters: readonly ParameterManifest[];
  /** Schema of the arguments object. */
  readonly inputSchema: Schema;
}

/** One parameter of a signature. */
export interface Parameter {
  readonly name: string;
  readonly type: ts.Type;
  readonly declaration: ts.ParameterDeclaration;
}

/** The parameters of a method, and the schema of the arguments that fill them. */
export function extractInput(signature: ts.Signature, doc: MethodDoc, project: Project): MethodInput {
  const all = signature.getParameters().flatMap((symbol) => toParameter(symbol, project));
  const injections = all.map(({ type }) => injectedParameter(type, project));
  const named = all.filter((_, index) => injections[index] === undefined);
  const isFlat = named.length === 1 && named[0] !== undefined && ts.isObjectBindingPattern(named[0].declaration.name);
  const builder = new SchemaBuilder(project, "input");
  const root = isFlat ? extractFlatInput(named[0] as Parameter, doc, builder) : argumentsSchema(named, doc, builder);
  const parameters = all.map(({ name, declaration }, index): ParameterManifest => {
    const inject = injections[index];
    if (inject) return { inject };
    if (isFlat) return { flat: true };
    return declaration.dotDotDotToken ? { name, rest: true } : { name };
  });
  return { parameters, inputSchema: orderKeywords(root) };
}

function toParameter(symbol: ts.Symbol, { checker }: Project): Parameter[] {
  const declaration = symbol.valueDeclaration;
  if (!declaration || !ts.isParameter(declaration)) return [];
  return [{ name: symbol.name, type: checker.getTypeOfSymbol(symbol), declaration }];
}

/** One property for each parameter. */
function argumentsSchema(named: readonly Parameter[], doc: MethodDoc, builder: SchemaBuilder): Schema {
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
  const optional = isOptional(parameter, builder);
  let schema = builder.schemaOf({ type, written, optional, node: declaration, path: name });
  for (const part of [doc.params.get(name) ?? NO_DOC, readDoc(declaration)] satisfies Doc[]) {
    schema = applyDoc(schema, part, project.diagnostics);
  }
  return { ...schema, ...defaultValue(declaration.initializer, project) };
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
  const members = type.isUnion() ? type.types : [type];
  return members.some(({ flags }) => flags & ts.TypeFlags.VoidLike);
}

function isTupleWithRequired(type: ts.Type, { checker }: Project): boolean {
  return checker.isTupleType(type) && (type as ts.TupleTypeReference).target.minLength > 0;
}

function refuseUnnamed(declaration: ts.ParameterDeclaration, { diagnostics }: Project): void {
  const help = ts.isArrayBindingPattern(declaration.name)
    ? "Give the parameter a name, and take it apart in the method."
    : "Give the parameter a name, or make it the only one: then its properties are the arguments.";
  diagnostics.report("unnamed-parameter", declaration.name, "A destructured parameter has no name for clients.", help);
}
