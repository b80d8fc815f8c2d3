import type { Schema } from "../json-schema/schema.js";
import { type TextParts, textPattern } from "../patterns/text-pattern.js";
import type { Project } from "../project/project.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { aliasDeclaration, unwrap } from "../typescript/written-type.js";
import { escapePattern, patternOf } from "./convert-template-literal.js";
import type { Site } from "./site.js";

/** The largest number of texts that a reader can still take in as a list. */
const MANY = 200;

/** A union with so many texts that a pattern describes them better than a list. */
export interface TextProduct {
  readonly schema: Schema;
  /** The other members of the union. */
  readonly others: readonly ts.Type[];
}

/**
 * A pattern for the many texts of a union, if they are computed, like those of a template literal: they are written as
 * one, or a pattern is much shorter than the list. A long list that somebody wrote stays a list.
 */
export function textProduct(types: readonly ts.Type[], { written }: Site, project: Project): TextProduct | undefined {
  if (types.length <= MANY || (written && isList(written, project))) return undefined;
  const textFlags = ts.TypeFlags.StringLiteral | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping;
  const texts: TextParts[] = [];
  const others: ts.Type[] = [];
  for (const type of types) {
    // Enum values have names, so they stay a list.
    const isText = type.flags & textFlags && !(type.flags & ts.TypeFlags.EnumLiteral);
    const parts = isText ? textParts(type) : undefined;
    if (parts) texts.push(parts);
    else others.push(type);
  }
  if (texts.length <= MANY) return undefined;
  const pattern = textPattern(texts);
  const length = texts.reduce((sum, parts) => sum + parts.length, 0);
  if (pattern.length * MUCH > length && !(written && isTemplate(written, project))) return undefined;
  return { schema: { type: "string", pattern: `^${pattern}$` }, others };
}

const MUCH = 4;

/** The parts of a pattern for a type inside a template literal. */
export function textParts(type: ts.Type): TextParts | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return charactersOf(String(type.value));
  if (!(type.flags & ts.TypeFlags.TemplateLiteral)) return withPattern(type);
  const { texts, types } = type as ts.TemplateLiteralType;
  const holes = types.map(withPattern);
  if (holes.includes(undefined)) return undefined;
  return texts.flatMap((text, index) => [...charactersOf(text), ...(holes[index] ?? [])]);
}

function charactersOf(text: string): TextParts {
  return [...text].map(escapePattern);
}

function withPattern(type: ts.Type): TextParts | undefined {
  const pattern = patternOf(type);
  return pattern === undefined ? undefined : [pattern];
}

/** Whether the texts are written one by one. */
function isList(written: ts.TypeNode, project: Project): boolean {
  const node = unwrap(written);
  if (ts.isUnionTypeNode(node)) return node.types.filter(ts.isLiteralTypeNode).length > MANY;
  if (!ts.isTypeReferenceNode(node)) return false;
  const alias = aliasDeclaration(resolveAlias(project.checker.getSymbolAtLocation(node.typeName), project.checker));
  return alias !== undefined && isList(alias.type, project);
}

/** Whether a type is written as a template literal or with `Uppercase` and similar types. */
function isTemplate(written: ts.TypeNode, project: Project): boolean {
  const node = unwrap(written);
  if (ts.isTemplateLiteralTypeNode(node)) return true;
  if (ts.isUnionTypeNode(node)) return node.types.some((part) => isTemplate(part, project));
  if (!ts.isTypeReferenceNode(node)) return false;
  if (/^(?:Upper|Lower)case$|^(?:Unc|C)apitalize$/.test(node.typeName.getText())) return true;
  const alias = aliasDeclaration(resolveAlias(project.checker.getSymbolAtLocation(node.typeName), project.checker));
  return alias !== undefined && isTemplate(alias.type, project);
}
