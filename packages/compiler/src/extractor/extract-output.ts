import { applyDoc } from "../docs/apply-doc.js";
import type { Doc } from "../docs/doc.js";
import type { Project } from "../project/project.js";
import { coreName } from "../project/symbol-origin.js";
import { isUnresolved } from "../schema/convert-unknown.js";
import { isObjectSchema } from "../schema/is-object-schema.js";
import { iterableKind } from "../schema/iterable-kind.js";
import { orderKeywords } from "../schema/keyword-order.js";
import { platformType } from "../schema/platform-type.js";
import type { Schema } from "../schema/schema.js";
import { SchemaBuilder } from "../schema/schema-builder.js";
import { RESULT } from "../schema/site.js";
import { returnedExpressions } from "../schema/source-members.js";
import { writtenArgument } from "../schema/written-type.js";
import { ts } from "../typescript.js";

/** What a tool returns, as its manifest entry says it. */
export interface MethodOutput {
  readonly outputSchema?: Schema;
  readonly wrapped?: true;
}

/** The schema of what a method returns, after `await`; none for what is shown as content or is nothing at all. */
export function extractOutput(signature: ts.Signature, doc: Doc, project: Project): MethodOutput {
  const { checker } = project;
  const returned = signature.getReturnType();
  const type = checker.getAwaitedType(returned) ?? returned;
  if (isNothing(type) || isUntyped(type) || isContent(type, project)) return {};
  const written = awaitedNode(signature, type === returned);
  const node = returnNode(signature.getDeclaration());
  const builder = new SchemaBuilder(project, "output");
  const sources = written ? [] : returnedExpressions(signature.getDeclaration());
  const schema = applyDoc(builder.rootOf({ type, written, sources, node, path: RESULT }), doc, project.diagnostics);
  if (isObjectSchema(schema)) return { outputSchema: orderKeywords({ ...schema, type: "object" }) };
  return { outputSchema: orderKeywords(schema), wrapped: true };
}

function isNothing(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isNothing);
  return (type.flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Never)) !== 0;
}

/** It may be data or content: that is for the value to say. */
function isUntyped(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 && !isUnresolved(type);
}

/** Content blocks, whole results and bytes, alone, in an array or yielded; also when only one case of several is one. */
function isContent(type: ts.Type, project: Project): boolean {
  if (type.isUnion()) return type.types.some((member) => isContent(member, project));
  const { checker } = project;
  const isList = checker.isArrayType(type) || checker.isTupleType(type) || iterableKind(type, project) !== undefined;
  if (!isList) return isBlock(type, project);
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return elements.some((element) =>
    (element.isUnion() ? element.types : [element]).some((one) => isBlock(one, project)),
  );
}

function isBlock(type: ts.Type, project: Project): boolean {
  const isCoreContent = CORE_CONTENT.has(coreName(type.symbol, project) ?? "");
  return isCoreContent || PLATFORM_CONTENT.has(platformType(type, project) ?? "");
}

const CORE_CONTENT: ReadonlySet<string> = new Set([
  "TextContent",
  "ImageContent",
  "AudioContent",
  "ResourceLink",
  "EmbeddedResource",
  "ToolResult",
]);

const PLATFORM_CONTENT: ReadonlySet<string> = new Set([
  "Response",
  "Blob",
  "File",
  "Uint8Array",
  "Buffer",
  "ArrayBuffer",
]);

/** The return type as it is written; of `Promise<T>` it is `T`. */
function awaitedNode({ declaration }: ts.Signature, isAwaited: boolean): ts.TypeNode | undefined {
  const written = declaration && !ts.isJSDocSignature(declaration) ? declaration.type : undefined;
  return isAwaited ? written : writtenArgument(written, 0);
}

/** Where the return type is written, else the method's name. */
export function returnNode(declaration: ts.SignatureDeclaration): ts.Node {
  return declaration.type ?? declaration.name ?? declaration;
}
