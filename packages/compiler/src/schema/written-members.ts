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
  const members = written ? writtenMembers(written, NO_ARGUMENTS, project) : [];
  const ordered = members.filter(({ type: member }, index) => {
    return types.includes(member) && members.findIndex((other) => other.type === member) === index;
  });
  const rest = types.filter((member) => !ordered.some((other) => other.type === member));
  const isNull = ({ flags }: ts.Type) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.VoidLike)) !== 0;
  const sorted = [...rest.filter((member) => !isNull(member)), ...rest.filter(isNull)];
  return [...ordered, ...sorted.map((member) => ({ type: member }))];
}

/** What type parameters of an alias stand for where it is used. */
type Arguments = ReadonlyMap<ts.Symbol, ts.TypeNode>;

const NO_ARGUMENTS: Arguments = new Map();

/** Everything that may be a member, in order; more than the union has where a type is computed, as by `Exclude`. */
function writtenMembers(node: ts.TypeNode, given: Arguments, project: Project): UnionMember[] {
  const { checker } = project;
  const bare = unwrap(node);
  if (ts.isUnionTypeNode(bare)) return bare.types.flatMap((member) => writtenMembers(member, given, project));
  const symbol = ts.isTypeReferenceNode(bare) ? checker.getSymbolAtLocation(bare.typeName) : undefined;
  const argument = symbol && given.get(symbol);
  if (argument) return writtenMembers(argument, NO_ARGUMENTS, project);
  const type = checker.getTypeFromTypeNode(bare);
  if (!type.isUnion()) return [{ type, written: node }];
  const alias = aliasDeclaration(resolveAlias(symbol, project));
  const written = ts.isTypeReferenceNode(bare) ? (bare.typeArguments ?? []) : [];
  if (alias) {
    const members = writtenMembers(alias.type, argumentsOf(alias, written, project), project);
    return [...members, ...written.flatMap((one) => writtenMembers(one, given, project))];
  }
  return (keysInOrder(bare, project) ?? type.types).map((member) => ({ type: member }));
}

function argumentsOf(alias: ts.TypeAliasDeclaration, written: readonly ts.TypeNode[], { checker }: Project): Arguments {
  return new Map(
    (alias.typeParameters ?? []).flatMap(({ name }, index) => {
      const symbol = checker.getSymbolAtLocation(name);
      const argument = written[index];
      return symbol && argument ? [[symbol, argument] as const] : [];
    }),
  );
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
