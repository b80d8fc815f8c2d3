import { textPattern } from "../patterns/text-pattern.js";
import type { Project } from "../project/project.js";
import { membersOf } from "../typescript/members-of.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { aliasDeclaration, unwrap } from "../typescript/written-type.js";
import { escapePattern } from "./convert-template-literal.js";
import { textParts } from "./text-product.js";

/** The pattern for a template literal that is too large a union for TypeScript. */
export function refusedTemplate(written: ts.TypeNode, project: Project): string | undefined {
  const node = unwrap(written);
  if (ts.isTypeReferenceNode(node)) {
    const alias = aliasDeclaration(resolveAlias(project.checker.getSymbolAtLocation(node.typeName), project.checker));
    return alias && !alias.typeParameters ? refusedTemplate(alias.type, project) : undefined;
  }
  if (!ts.isTemplateLiteralTypeNode(node)) return undefined;
  let pattern = escapePattern(node.head.text);
  for (const { type, literal } of node.templateSpans) {
    const hole = holePattern(type, project);
    if (hole === undefined) return undefined;
    pattern += `${hole}${escapePattern(literal.text)}`;
  }
  return pattern;
}

function holePattern(node: ts.TypeNode, project: Project): string | undefined {
  const parts = membersOf(project.checker.getTypeFromTypeNode(node)).map(textParts);
  if (parts.includes(undefined)) return refusedTemplate(node, project);
  return textPattern(parts.filter((one) => one !== undefined));
}
