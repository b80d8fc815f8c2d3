import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";

/**
 * Whether a type in a comment contradicts the real type, such as `{number}` for a string. If the meaning is unclear,
 * such as an undeclared name, it does not.
 *
 * @param types The alternatives of the real type
 * @param scope Where names are looked up
 */
export function contradictsType(
  said: ts.TypeNode,
  types: readonly ts.Type[],
  scope: ts.Node,
  checker: ts.TypeChecker,
): boolean {
  const members = types.flatMap((type) => valueTypes(type, checker));
  const isOpen = members.some(({ flags }) => flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown));
  return !isOpen && alternatives(said).some((one) => !isAmong(one, members, scope, checker));
}

/** The members of a type, without null and undefined. */
function valueTypes(type: ts.Type, checker: ts.TypeChecker): ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((member) => valueTypes(member, checker));
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.VoidLike)) return [];
  if (!(type.flags & ts.TypeFlags.Instantiable)) return [type];
  const constraint = checker.getBaseConstraintOfType(type) ?? checker.getUnknownType();
  return constraint === type ? [type] : valueTypes(constraint, checker);
}

/** The alternatives of a written type, without null and undefined, and after `await`. */
function alternatives(node: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(alternatives);
  if (ts.isParenthesizedTypeNode(node)) return alternatives(node.type);
  // `{?string}`, `{!string}`, `{string=}`.
  if (ts.isJSDocNullableType(node) || ts.isJSDocNonNullableType(node) || ts.isJSDocOptionalType(node)) {
    return alternatives(node.type);
  }
  if (ts.isTypeReferenceNode(node) && /^Promise(?:Like)?$/.test(nameOf(node))) {
    return (node.typeArguments ?? []).flatMap(alternatives);
  }
  const isNull = ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
  const isNothing = node.kind === ts.SyntaxKind.UndefinedKeyword || node.kind === ts.SyntaxKind.VoidKeyword;
  return isNull || isNothing ? [] : [node];
}

function isAmong(said: ts.TypeNode, members: readonly ts.Type[], scope: ts.Node, checker: ts.TypeChecker): boolean {
  const kind = kindOfNode(said);
  if (kind !== undefined) return members.some((member) => fits(said, kind, member, scope, checker));
  return !ts.isTypeReferenceNode(said) || isNamedAmong(nameOf(said), members, scope, checker);
}

function fits(said: ts.TypeNode, kind: Kind, type: ts.Type, scope: ts.Node, checker: ts.TypeChecker): boolean {
  const actual = kindOfType(type, checker);
  // Arrays and functions are objects too.
  if (kind !== actual) return kind === "object" && (actual === "array" || actual === "function");
  const element = elementOf(said);
  const inside = element && type.getNumberIndexType();
  return !inside || !contradictsType(element, [inside], scope, checker);
}

type Kind = "string" | "number" | "boolean" | "bigint" | "array" | "function" | "object";

function kindOfNode(node: ts.Node): Kind | undefined {
  if (ts.isTypeReferenceNode(node)) return NAMES.get(nameOf(node));
  if (ts.isLiteralTypeNode(node)) return kindOfNode(node.literal);
  if (ts.isJSDocTypeLiteral(node)) return node.isArrayType ? "array" : "object";
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TemplateLiteralType:
      return "string";
    case ts.SyntaxKind.NumberKeyword:
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.PrefixUnaryExpression:
      return "number";
    case ts.SyntaxKind.BooleanKeyword:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return "boolean";
    case ts.SyntaxKind.BigIntKeyword:
    case ts.SyntaxKind.BigIntLiteral:
      return "bigint";
    case ts.SyntaxKind.ArrayType:
    case ts.SyntaxKind.TupleType:
    case ts.SyntaxKind.JSDocVariadicType:
      return "array";
    case ts.SyntaxKind.FunctionType:
    case ts.SyntaxKind.JSDocFunctionType:
      return "function";
    case ts.SyntaxKind.ObjectKeyword:
    case ts.SyntaxKind.TypeLiteral:
      return "object";
    default:
      return undefined;
  }
}

/** The names that comments use for these kinds, beside the keywords. */
const NAMES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["String", "string"],
  ...["Number", "int", "integer", "float", "double"].map((name): [string, Kind] => [name, "number"]),
  ...["Boolean", "bool"].map((name): [string, Kind] => [name, "boolean"]),
  ["BigInt", "bigint"],
  ...["Array", "ReadonlyArray", "array"].map((name): [string, Kind] => [name, "array"]),
  ...["Function", "function"].map((name): [string, Kind] => [name, "function"]),
  ["Object", "object"],
]);

function kindOfType(type: ts.Type, checker: ts.TypeChecker): Kind {
  if (type.isIntersection()) {
    const parts = type.types.map((part) => kindOfType(part, checker));
    return parts.find((kind) => kind !== "object") ?? "object";
  }
  const { flags } = type;
  if (flags & ts.TypeFlags.StringLike) return "string";
  if (flags & ts.TypeFlags.NumberLike) return "number";
  if (flags & ts.TypeFlags.BooleanLike) return "boolean";
  if (flags & ts.TypeFlags.BigIntLike) return "bigint";
  if (checker.isArrayLikeType(type)) return "array";
  return type.getCallSignatures().length > 0 ? "function" : "object";
}

function elementOf(node: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(node)) return node.elementType;
  if (ts.isJSDocVariadicType(node)) return node.type;
  return ts.isTypeReferenceNode(node) && kindOfNode(node) === "array" ? node.typeArguments?.[0] : undefined;
}

/** Whether one of the members may be the type declared under this name. */
function isNamedAmong(name: string, members: readonly ts.Type[], scope: ts.Node, checker: ts.TypeChecker): boolean {
  // Asking the checker for the node's type would report names that it does not find.
  const found = checker.getSymbolsInScope(scope, ts.SymbolFlags.Type | ts.SymbolFlags.Alias);
  const symbol = resolveAlias(
    found.find((one) => one.name === name),
    checker,
  );
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Type)) return true;
  const isGeneric = symbol.declarations?.some((one) => "typeParameters" in one && one.typeParameters !== undefined);
  return valueTypes(checker.getDeclaredTypeOfSymbol(symbol), checker).every((named) => {
    const kind = kindOfType(named, checker);
    return members.some((member) => {
      if (kindOfType(member, checker) !== kind) return false;
      const isVague = isGeneric || (kind !== "object" && kind !== "array");
      return isVague || checker.isTypeAssignableTo(named, member) || checker.isTypeAssignableTo(member, named);
    });
  });
}

function nameOf({ typeName }: ts.TypeReferenceNode): string {
  return ts.isIdentifier(typeName) ? typeName.text : "";
}
