import type { Project } from "../project/project.js";
import { resolveAlias } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import { aliasDeclaration, unwrap } from "./written-type.js";

/** A member of a union, and how it is written. */
export interface UnionMember {
  readonly type: ts.Type;
  readonly written?: ts.TypeNode | undefined;
}

/**
 * The members of a union in the order they are written in: TypeScript itself keeps them in the order it first met them
 * anywhere in the program. Members that are written nowhere come last, `null` behind them.
 */
export function orderedMembers(
  types: readonly ts.Type[],
  written: ts.TypeNode | undefined,
  project: Project,
): UnionMember[] {
  const members = written ? writtenMembers(written, project) : [];
  const ordered = members.filter(({ type: member }, index) => {
    return types.includes(member) && members.findIndex((other) => other.type === member) === index;
  });
  const rest = types.filter((member) => !ordered.some((other) => other.type === member));
  const isNull = ({ flags }: ts.Type) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.VoidLike)) !== 0;
  const sorted = [...rest.filter((member) => !isNull(member)), ...rest.filter(isNull)];
  return [...ordered, ...sorted.map((member) => ({ type: member }))];
}

function writtenMembers(node: ts.TypeNode, project: Project): UnionMember[] {
  const bare = unwrap(node);
  if (ts.isUnionTypeNode(bare)) return bare.types.flatMap((member) => writtenMembers(member, project));
  const type = project.checker.getTypeFromTypeNode(bare);
  if (!type.isUnion()) return [{ type, written: node }];
  const alias = ts.isTypeReferenceNode(bare) && !bare.typeArguments ? aliasOf(bare, project) : undefined;
  if (alias) return writtenMembers(alias.type, project);
  return (keysInOrder(bare, project) ?? type.types).map((member) => ({ type: member }));
}

function aliasOf(node: ts.TypeReferenceNode, project: Project): ts.TypeAliasDeclaration | undefined {
  return aliasDeclaration(resolveAlias(project.checker.getSymbolAtLocation(node.typeName), project));
}

/** `(typeof LIST)[number]` in the order of the list, `keyof T` in the order of the properties. */
function keysInOrder(node: ts.TypeNode, { checker }: Project): readonly ts.Type[] | undefined {
  if (ts.isIndexedAccessTypeNode(node)) {
    const list = checker.getTypeFromTypeNode(node.objectType);
    if (checker.isTupleType(list)) return checker.getTypeArguments(list as ts.TypeReference);
  }
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword) {
    const properties = checker.getPropertiesOfType(checker.getTypeFromTypeNode(node.type));
    return properties.map(({ name }) => checker.getStringLiteralType(name));
  }
  return undefined;
}
