import { membersOf } from "./members-of.js";
import { ts } from "./typescript.js";

/**
 * The written form of a type, if it denotes that type. It does not if a type parameter was filled in (`item: T`); then
 * the type's alias may still be known.
 */
export function writtenFor(
  { type, written }: { readonly type: ts.Type; readonly written?: ts.TypeNode | undefined },
  checker: ts.TypeChecker,
): ts.TypeNode | undefined {
  if (written && denotes(written, type, checker)) return unwrap(written);
  return type.aliasTypeArguments ? undefined : aliasDeclaration(type.aliasSymbol)?.type;
}

/** The declaration of a type alias. */
export function aliasDeclaration(symbol: ts.Symbol | undefined): ts.TypeAliasDeclaration | undefined {
  return symbol?.declarations?.find(ts.isTypeAliasDeclaration);
}

/** Without parentheses and `readonly`. */
export function unwrap(node: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(node)) return unwrap(node.type);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return unwrap(node.type);
  return node;
}

/** The nth type argument as written: `Zip` in `Array<Zip>` and `Zip[]`. */
export function writtenArgument(written: ts.TypeNode | undefined, index: number): ts.TypeNode | undefined {
  const node = written && unwrap(written);
  if (!node) return undefined;
  if (ts.isArrayTypeNode(node)) return index === 0 ? node.elementType : undefined;
  return ts.isTypeReferenceNode(node) ? node.typeArguments?.[index] : undefined;
}

/** The type of the values as written: `Zip` in `Record<string, Zip>` and in `{ [K in Keys]: Zip }`. */
export function writtenValue(written: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (written && ts.isMappedTypeNode(written)) return written.type;
  return writtenArgument(written, 1);
}

function denotes(node: ts.TypeNode, type: ts.Type, checker: ts.TypeChecker): boolean {
  const meant = checker.getTypeFromTypeNode(node);
  return meant === type || sameMembers(meant, type);
}

/** Compares without `undefined`, which an optional property's type may have or lack in contrast to the written one. */
function sameMembers(a: ts.Type, b: ts.Type): boolean {
  const [left, right] = [definedMembers(a), definedMembers(b)];
  return left.size === right.size && [...left].every((member) => right.has(member));
}

function definedMembers(type: ts.Type): ReadonlySet<ts.Type> {
  return new Set(membersOf(type).filter((member) => !(member.flags & ts.TypeFlags.Undefined)));
}
