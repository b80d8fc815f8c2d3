import type { Project } from "../project/project.js";
import { literalValue } from "../typescript/literal-value.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { aliasDeclaration, unwrap } from "../typescript/written-type.js";
import type { Site } from "./site.js";
import { sourceMembers } from "./source-members.js";
import { stableOrder } from "./stable-order.js";

/** A member of a union, and how it is written. */
export interface UnionMember {
  readonly type: ts.Type;
  readonly written?: ts.TypeNode | undefined;
}

/**
 * The members of a union in written order, or in the order of the expressions that it was inferred from. Members that
 * are found nowhere come last.
 */
export function orderedMembers(types: readonly ts.Type[], site: Site, project: Project): UnionMember[] {
  const { written, sources = [] } = site;
  const members = written ? writtenMembers(written, NO_ARGUMENTS, project) : [];
  const inferred = written ? [] : sources.flatMap((source) => sourceMembers(source, types, project));
  // A single member tells nothing about the order: in `= Unit.Metre` it is the default, not the first.
  if (types.every((type) => inferred.includes(type))) members.push(...inferred.map((type) => ({ type })));
  const ordered = distinct(members.flatMap((member) => findMember(member, types)));
  const rest = types.filter((type) => !ordered.some((member) => member.type === type));
  return [
    ...ordered,
    ...stableOrder(rest, project.checker, [site.node, site.whole ?? site.node]).map((type) => ({ type })),
  ];
}

/** The member of the union that a written type denotes; in `("a" | "b") & Brand`, the one with the same value. */
function findMember({ type, written }: UnionMember, types: readonly ts.Type[]): UnionMember[] {
  if (types.includes(type)) return [{ type, written }];
  const value = literalValue(type);
  const same = value === undefined ? undefined : types.find((other) => literalValue(other) === value);
  return same ? [{ type: same, written }] : [];
}

function distinct(members: readonly UnionMember[]): UnionMember[] {
  return members.filter(({ type }, index) => members.findIndex((other) => other.type === type) === index);
}

/** The type arguments of an alias where it is used. */
type Arguments = ReadonlyMap<ts.Symbol, ts.TypeNode>;

const NO_ARGUMENTS: Arguments = new Map();

/** All possible members, in order. With computed types such as `Exclude`, these are more than the union has. */
function writtenMembers(node: ts.TypeNode, given: Arguments, project: Project): UnionMember[] {
  const { checker } = project;
  const bare = unwrap(node);
  if (ts.isUnionTypeNode(bare)) return bare.types.flatMap((member) => writtenMembers(member, given, project));
  const symbol = ts.isTypeReferenceNode(bare) ? checker.getSymbolAtLocation(bare.typeName) : undefined;
  const argument = symbol && given.get(symbol);
  if (argument) return writtenMembers(argument, NO_ARGUMENTS, project);
  const type = checker.getTypeFromTypeNode(bare);
  if (!type.isUnion()) return [{ type, written: node }];
  if (ts.isIntersectionTypeNode(bare)) return bare.types.flatMap((part) => writtenMembers(part, given, project));
  const alias = aliasDeclaration(resolveAlias(symbol, project.checker));
  const written = ts.isTypeReferenceNode(bare) ? (bare.typeArguments ?? []) : [];
  if (alias) {
    const members = writtenMembers(alias.type, argumentsOf(alias, written, project), project);
    return [...members, ...written.flatMap((one) => writtenMembers(one, given, project))];
  }
  return computedMembers(bare, project) ?? stableOrder(type.types, checker).map((member) => ({ type: member }));
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

/** The members of `keyof T`, `T[K]` and template literals, in the order of the types they are computed from. */
function computedMembers(node: ts.TypeNode, project: Project): UnionMember[] | undefined {
  const { checker } = project;
  if (ts.isIndexedAccessTypeNode(node)) return indexedMembers(node, project);
  if (ts.isTemplateLiteralTypeNode(node)) {
    return templateTexts(node, project)?.map((text) => ({ type: checker.getStringLiteralType(text) }));
  }
  if (!ts.isTypeOperatorNode(node) || node.operator !== ts.SyntaxKind.KeyOfKeyword) return undefined;
  const properties = checker.getPropertiesOfType(checker.getTypeFromTypeNode(node.type));
  return properties.map(({ name }) => ({ type: checker.getStringLiteralType(name) }));
}

/** The members of `(typeof LIST)[number]` in the order of the list, and of `T["a" | "b"]` in the order of the keys. */
function indexedMembers(node: ts.IndexedAccessTypeNode, project: Project): UnionMember[] {
  const { checker } = project;
  const objects = writtenMembers(node.objectType, NO_ARGUMENTS, project).map(({ type }) => type);
  const keys = writtenMembers(node.indexType, NO_ARGUMENTS, project).map(({ type }) => literalValue(type));
  return objects.flatMap((object) => {
    if (checker.isTupleType(object) && keys.includes(undefined)) {
      return checker.getTypeArguments(object as ts.TypeReference).map((type) => ({ type }));
    }
    return keys.flatMap((key) => {
      const property = checker.getPropertyOfType(object, String(key));
      return property ? propertyMembers(property, project) : [];
    });
  });
}

function propertyMembers(property: ts.Symbol, project: Project): readonly UnionMember[] {
  const declaration = property.valueDeclaration;
  const isTyped = declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
  if (isTyped && declaration.type) return writtenMembers(declaration.type, NO_ARGUMENTS, project);
  const type = project.checker.getTypeOfSymbol(property);
  return type.isUnion() ? stableOrder(type.types, project.checker).map((member) => ({ type: member })) : [{ type }];
}

/**
 * All texts of a template literal type, the last placeholder changing fastest; undefined if there are infinitely many.
 */
function templateTexts(node: ts.TemplateLiteralTypeNode, project: Project): string[] | undefined {
  let texts = [node.head.text];
  for (const span of node.templateSpans) {
    const values = writtenMembers(span.type, NO_ARGUMENTS, project).map(({ type }) => literalValue(type));
    if (values.includes(undefined)) return undefined;
    texts = texts.flatMap((text) => values.map((value) => `${text}${value}${span.literal.text}`));
  }
  return texts;
}
