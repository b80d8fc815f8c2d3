import type { Doc } from "../docs/doc.js";
import type { Schema } from "../json-schema/schema.js";
import { isInPackage } from "../typescript/is-packaged.js";
import { membersOf } from "../typescript/members-of.js";
import { ts } from "../typescript/typescript.js";
import { writtenValue } from "../typescript/written-type.js";
import { isForeign } from "./is-foreign.js";
import type { JsonProperty } from "./json-properties.js";
import { propertyDoc } from "./property-doc.js";
import type { SchemaBuilder } from "./schema-builder.js";
import { ARGUMENTS, type Site, siteInside } from "./site.js";

/** The schema of one property; undefined if a result never has it. */
export function propertySchema(property: JsonProperty, site: Site, builder: SchemaBuilder): Schema | undefined {
  const { name, symbol, type, optional } = property;
  if (optional && isAlwaysAbsent(type)) return builder.direction === "input" ? { not: {} } : undefined;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  const schema = builder.schemaOf({
    ...siteInside(site, `.${name}`, type, declaration ? writtenType(declaration) : writtenValue(site.written)),
    ...(declaration && { sources: initializerOf(declaration) }),
    ...(declaration && isUserSource(declaration) && { node: declaration }),
    optional,
    foreign: isForeign(declaration, site, builder.project),
  });
  const doc = propertyDoc(symbol, builder.project);
  if (builder.closed && site.path !== ARGUMENTS) warnOfAliases(doc, builder);
  return builder.document(schema, doc);
}

/** Only the arguments themselves can have other names. In a package's comment, the tag means something else. */
function warnOfAliases({ tags }: Doc, { project }: SchemaBuilder): void {
  for (const { name, node, foreign } of tags) {
    if (name !== "alias" || foreign) continue;
    const message = "@alias has no effect on a property inside an argument.";
    project.diagnostics.report("invalid-doc-tag", node, message, "Remove it: only arguments have aliases.");
  }
}

/** `b?: never` means that there is no `b`. */
function isAlwaysAbsent(type: ts.Type): boolean {
  return membersOf(type).every(({ flags }) => flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Never));
}

function writtenType(declaration: ts.Declaration): ts.TypeNode | undefined {
  const isTyped =
    ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration);
  return isTyped ? declaration.type : undefined;
}

function initializerOf(declaration: ts.Declaration): ts.Expression[] {
  if (ts.isShorthandPropertyAssignment(declaration)) return [declaration.name];
  const isSet =
    ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration);
  return isSet && declaration.initializer ? [declaration.initializer] : [];
}

/** Whether the user can edit a declaration. */
export function isUserSource(declaration: ts.Declaration): boolean {
  return !declaration.getSourceFile().isDeclarationFile && !isInPackage(declaration);
}
