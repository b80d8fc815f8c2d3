import { ts } from "../typescript/typescript.js";
import { type Decorated, parametersOf } from "./decorated-declarations.js";
import type { ImportedTypes } from "./imported-types.js";
import { type TypeDeclaration, typeDeclaration } from "./type-declaration.js";

/** The JavaScript values that represent types in the metadata of decorators, as far as a single file shows them. */
export class DesignTypes {
  readonly #imported: ImportedTypes;
  readonly #classOf: string;
  readonly #strictNullChecks: boolean;
  /** The types being evaluated, because types may be recursive. */
  readonly #open = new Set<ts.TypeNode>();

  /** @param classOf Name of the function that looks up a class at run time */
  constructor(imported: ImportedTypes, classOf: string, strictNullChecks: boolean) {
    this.#imported = imported;
    this.#classOf = classOf;
    this.#strictNullChecks = strictNullChecks;
  }

  /** The `type`, `paramtypes` and `returntype` of a declaration as an object literal, if it has any. */
  of(node: Decorated): string | undefined {
    const parameters = this.#parameters(node);
    const entries = [
      ...(ts.isMethodDeclaration(node) ? [`returntype: ${this.#returned(node)}`] : []),
      ...(parameters ? [`paramtypes: [${parameters.join(", ")}]`] : []),
      ...(ts.isClassDeclaration(node) ? [] : [`type: ${this.#type(node)}`]),
    ];
    return entries.length === 0 ? undefined : `{ ${entries.join(", ")} }`;
  }

  #type(node: Exclude<Decorated, ts.ClassDeclaration>): string {
    if (ts.isMethodDeclaration(node)) return "Function";
    if (ts.isPropertyDeclaration(node)) return this.#value(node.type);
    const { setter, getter } = accessors(node);
    return this.#value(setter?.parameters[0]?.type ?? getter?.type);
  }

  #parameters(node: Decorated): readonly string[] | undefined {
    return parametersOf((ts.isGetAccessor(node) && accessors(node).setter) || node)
      ?.filter(({ name }) => name.getText() !== "this")
      .map(({ dotDotDotToken, type }) => this.#value(dotDotDotToken ? elementType(type) : type));
  }

  #returned({ type, modifiers }: ts.MethodDeclaration): string {
    if (type) return this.#value(type);
    return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ? "Promise" : "void 0";
  }

  #value(type: ts.TypeNode | undefined): string {
    if (!type) return "Object";
    if (ts.isParenthesizedTypeNode(type)) return this.#value(type.type);
    if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword) return this.#value(type.type);
    if (ts.isLiteralTypeNode(type)) return literalValue(type.literal);
    if (ts.isTypePredicateNode(type)) return type.assertsModifier ? "void 0" : "Boolean";
    if (ts.isTypeReferenceNode(type)) return this.#reference(type.typeName);
    if (ts.isUnionTypeNode(type)) return this.#common(type.types.filter((one) => !this.#isIgnored(one)));
    if (ts.isConditionalTypeNode(type)) return this.#common([type.trueType, type.falseType]);
    if (ts.isIntersectionTypeNode(type)) return this.#common(type.types.filter((one) => !isUnknown(one)));
    return otherValue(type);
  }

  /** The common value of all types, or `Object`. */
  #common(types: readonly ts.TypeNode[]): string {
    const values = new Set(types.map((type) => this.#value(type)));
    const [value = "void 0"] = values;
    return values.size > 1 ? "Object" : value;
  }

  /** Whether a branch of a union is ignored. */
  #isIgnored(type: ts.TypeNode): boolean {
    if (type.kind === ts.SyntaxKind.NeverKeyword) return true;
    const isNull = ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
    return !this.#strictNullChecks && (isNull || type.kind === ts.SyntaxKind.UndefinedKeyword);
  }

  #reference(name: ts.EntityName): string {
    const [root = "", ...path] = name.getText().split(/\s*\.\s*/);
    const declaration = typeDeclaration(root, name);
    if (declaration) return this.#declared(declaration, root, path);
    if (this.#imported.has(root)) {
      const [value, ...names] = this.#imported.valueOf(root) ?? [];
      return value === undefined ? "Object" : this.#class(value, [...names, ...path]);
    }
    if (root === "ReadonlyArray") return "Array";
    // A global name may not exist at run time.
    return this.#class(`typeof ${root} === "undefined" ? undefined : ${root}`, path);
  }

  #declared(declaration: TypeDeclaration, root: string, path: readonly string[]): string {
    if (ts.isTypeParameterDeclaration(declaration)) return "Object";
    if (ts.isTypeAliasDeclaration(declaration)) return this.#plain(declaration.type);
    if (ts.isInterfaceDeclaration(declaration)) return isCallable(declaration) ? "Function" : "Object";
    if (ts.isEnumDeclaration(declaration)) return enumValue(declaration, path);
    return this.#class(root, path);
  }

  /** Evaluated at run time: the value may not exist, or not be a class. */
  #class(value: string, path: readonly string[]): string {
    return `${this.#classOf}(${[value, ...path.map((name) => JSON.stringify(name))].join(", ")})`;
  }

  /** The value of a named type. If it is not a plain value, it is `Object`. */
  #plain(type: ts.TypeNode): string {
    if (this.#open.has(type)) return "Object";
    this.#open.add(type);
    const value = this.#value(type);
    this.#open.delete(type);
    return PLAIN.has(value) ? value : "Object";
  }
}

/** The values that a named type may have. */
const PLAIN: ReadonlySet<string> = new Set([
  "String",
  "Number",
  "Boolean",
  "BigInt",
  "Symbol",
  "Array",
  "Function",
  "void 0",
]);

function otherValue({ kind }: ts.TypeNode): string {
  switch (kind) {
    case ts.SyntaxKind.StringKeyword:
    case ts.SyntaxKind.TemplateLiteralType:
      return "String";
    case ts.SyntaxKind.NumberKeyword:
      return "Number";
    case ts.SyntaxKind.BooleanKeyword:
      return "Boolean";
    case ts.SyntaxKind.BigIntKeyword:
      return "BigInt";
    case ts.SyntaxKind.SymbolKeyword:
      return "Symbol";
    case ts.SyntaxKind.ArrayType:
    case ts.SyntaxKind.TupleType:
      return "Array";
    case ts.SyntaxKind.FunctionType:
    case ts.SyntaxKind.ConstructorType:
      return "Function";
    case ts.SyntaxKind.VoidKeyword:
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.NeverKeyword:
      return "void 0";
    default:
      return "Object";
  }
}

function isUnknown({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.UnknownKeyword;
}

function literalValue(literal: ts.LiteralTypeNode["literal"]): string {
  const value = ts.isPrefixUnaryExpression(literal) ? literal.operand : literal;
  if (ts.isStringLiteralLike(value)) return "String";
  if (ts.isNumericLiteral(value)) return "Number";
  if (ts.isBigIntLiteral(value)) return "BigInt";
  return value.kind === ts.SyntaxKind.NullKeyword ? "void 0" : "Boolean";
}

/** @param path The name of one member, or empty */
function enumValue({ members }: ts.EnumDeclaration, path: readonly string[]): string {
  const named = path.length === 0 ? members : members.filter(({ name }) => name.getText() === path[0]);
  const isText = named.map(({ initializer }) => initializer !== undefined && ts.isStringLiteralLike(initializer));
  if (new Set(isText).size > 1) return "Object";
  return isText[0] ? "String" : "Number";
}

function isCallable({ members }: ts.InterfaceDeclaration): boolean {
  return members.some(ts.isCallSignatureDeclaration);
}

function elementType(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (type && ts.isArrayTypeNode(type)) return type.elementType;
  return type && ts.isTypeReferenceNode(type) && type.typeArguments?.length === 1 ? type.typeArguments[0] : undefined;
}

function accessors(node: ts.AccessorDeclaration) {
  const pair = (ts.isClassDeclaration(node.parent) ? node.parent.members : []).filter(
    (one): one is ts.AccessorDeclaration => ts.isAccessor(one) && one.name.getText() === node.name.getText(),
  );
  return { getter: pair.find(ts.isGetAccessor), setter: pair.find(ts.isSetAccessor) };
}
