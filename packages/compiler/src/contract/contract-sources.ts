import type { FoundClass } from "../classes/find-classes.js";
import type { ElicitCall } from "../forms/find-elicit-calls.js";
import type { Project } from "../project/project.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import { envDeclarations } from "./env-declaration.js";

/** The sources that a contract comes from. */
export interface ContractSources {
  /** Paths of the user's files. */
  readonly files: ReadonlySet<string>;
  /** The import specifiers in them that the contract needs. */
  readonly imports: ReadonlySet<ts.Node>;
}

/**
 * The sources of the decorated methods, of everything that their signatures and options name, and of the types that
 * TypeScript infers for them. Method bodies do not count.
 */
export function contractSources(
  found: readonly FoundClass[],
  calls: readonly ElicitCall[],
  project: Project,
): ContractSources {
  const walk = new ContractWalk(project);
  for (const one of found) {
    const { node, methods } = one;
    walk.note(node);
    for (const { property } of envDeclarations(one, project)) walk.visit(property);
    for (const { types } of node.heritageClauses ?? []) for (const base of types) walk.noteBase(base);
    for (const { declarations, implemented } of methods) {
      for (const declaration of [...declarations, ...implemented]) walk.visit(declaration);
    }
  }
  for (const { node } of calls) walk.visit(node);
  return walk.toEnd();
}

class ContractWalk {
  readonly #files = new Set<string>();
  readonly #imports = new Set<ts.Node>();
  readonly #project: Project;
  readonly #sources: ReadonlySet<ts.SourceFile>;
  readonly #seen = new Set<ts.Node | ts.Type>();
  /** The remaining work. It is kept in a list, because a chain of types can be longer than the call stack allows. */
  readonly #steps: (() => void)[] = [];

  constructor(project: Project) {
    this.#project = project;
    this.#sources = new Set(project.sources);
  }

  /** Follows everything that was visited. */
  toEnd(): ContractSources {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) step();
    return { files: this.#files, imports: this.#imports };
  }

  note(node: ts.Node): void {
    if (this.#sources.has(node.getSourceFile())) this.#files.add(node.getSourceFile().fileName);
  }

  /** Notes the file of what a class extends or implements, and follows its type arguments. */
  noteBase({ expression, typeArguments }: ts.ExpressionWithTypeArguments): void {
    this.#noteNames(expression);
    for (const argument of typeArguments ?? []) this.visit(argument);
  }

  /** Notes the file of a node, and queues what the node names. */
  visit(node: ts.Node): void {
    if (this.#seen.has(node) || !this.#sources.has(node.getSourceFile())) return;
    this.#seen.add(node);
    this.note(node);
    this.#steps.push(() => this.#walk(node));
  }

  #walk(node: ts.Node): void {
    const member = ts.isIndexedAccessTypeNode(node) ? this.#memberOf(node) : [];
    if (member.length > 0) {
      for (const declaration of member) this.visit(declaration);
      return;
    }
    if (ts.isIdentifier(node)) this.#follow(node);
    if (ts.isFunctionLike(node)) this.#visitInferred(node);
    ts.forEachChild(node, (child) => {
      if (!isInside(child)) this.#walk(child);
    });
  }

  #noteNames(node: ts.Node): void {
    if (ts.isIdentifier(node)) for (const declaration of this.#declarationsOf(node)) this.note(declaration);
    ts.forEachChild(node, (child) => this.#noteNames(child));
  }

  #follow(name: ts.Identifier): void {
    for (const declaration of this.#declarationsOf(name)) this.visit(declaration);
  }

  #declarationsOf(name: ts.Identifier): readonly ts.Declaration[] {
    const symbol = this.#project.checker.getSymbolAtLocation(name);
    for (const declaration of symbol?.declarations ?? []) {
      const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
      if (statement) this.#imports.add(statement.moduleSpecifier);
    }
    return resolveAlias(symbol, this.#project.checker)?.declarations ?? [];
  }

  /** `Order["id"]` does not need the other properties of `Order`. */
  #memberOf({ objectType, indexType }: ts.IndexedAccessTypeNode): readonly ts.Declaration[] {
    if (!ts.isTypeReferenceNode(objectType) || objectType.typeArguments) return [];
    if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) return [];
    const { checker } = this.#project;
    const type = checker.getTypeFromTypeNode(objectType);
    return type.isClassOrInterface() ? (type.getProperty(indexType.literal.text)?.declarations ?? []) : [];
  }

  #visitInferred(node: ts.SignatureDeclaration): void {
    const { checker } = this.#project;
    const signature = node.type === undefined ? checker.getSignatureFromDeclaration(node) : undefined;
    if (signature) this.#visitType(signature.getReturnType());
    for (const parameter of node.parameters) {
      if (parameter.type === undefined) this.#visitType(checker.getTypeAtLocation(parameter));
    }
  }

  #visitType(type: ts.Type): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    for (const declaration of [...(type.symbol?.declarations ?? []), ...(type.aliasSymbol?.declarations ?? [])]) {
      // The expression that a type was inferred from is not part of the type.
      if (!ts.isObjectLiteralExpression(declaration) && !ts.isFunctionLike(declaration)) this.visit(declaration);
      else this.note(declaration);
    }
    this.#steps.push(() => {
      for (const part of this.#partsOf(type)) this.#visitType(part);
    });
  }

  #partsOf(type: ts.Type): readonly ts.Type[] {
    const { checker } = this.#project;
    if (type.isUnionOrIntersection()) return type.types;
    if (!(type.flags & ts.TypeFlags.Object)) return [];
    const { objectFlags } = type as ts.ObjectType;
    const args = objectFlags & ts.ObjectFlags.Reference ? checker.getTypeArguments(type as ts.TypeReference) : [];
    const isInferred = type.symbol?.declarations?.some(ts.isObjectLiteralExpression) ?? false;
    const properties = isInferred ? checker.getPropertiesOfType(type).map((one) => checker.getTypeOfSymbol(one)) : [];
    return [...args, ...(type.aliasTypeArguments ?? []), ...properties];
  }
}

/** The parts of a declaration that are not visible outside: function bodies and private members. */
function isInside(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBlock(node) || (ts.isArrowFunction(parent) && parent.body === node)) return true;
  if (ts.isPropertyDeclaration(parent) && parent.type !== undefined && parent.initializer === node) return true;
  if (ts.isMethodSignature(node) && ts.isInterfaceDeclaration(parent)) return node.name.getText() !== "toJSON";
  if (ts.isConstructorDeclaration(parent)) return !ts.isParameterPropertyDeclaration(node, parent) || isHidden(node);
  if (!ts.isClassLike(parent) || !ts.isClassElement(node)) return false;
  return isHidden(node) || (ts.isMethodDeclaration(node) && node.name.getText() !== "toJSON");
}

function isHidden(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  const isPrivateName = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return isPrivateName || (ts.getCombinedModifierFlags(node) & hidden) !== 0;
}
