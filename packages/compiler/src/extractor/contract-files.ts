import type { Project } from "../project/project.js";
import { resolveAlias } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import type { FoundClass } from "./find-classes.js";
import type { ElicitCall } from "./forms/find-elicit-calls.js";

/**
 * The user's files that a contract comes from: those of the decorated methods, of what their signatures and options name,
 * and of the types that TypeScript infers for them. What methods only use inside is not part of it.
 */
export function contractFiles(
  found: readonly FoundClass[],
  calls: readonly ElicitCall[],
  project: Project,
): ReadonlySet<string> {
  const walk = new ContractWalk(project);
  for (const { node, methods } of found) {
    walk.note(node);
    for (const { typeArguments } of (node.heritageClauses ?? []).flatMap(({ types }) => [...types])) {
      for (const argument of typeArguments ?? []) walk.visit(argument);
    }
    for (const { declarations, implemented } of methods) {
      for (const declaration of [...declarations, ...implemented]) walk.visit(declaration);
    }
  }
  for (const { node } of calls) walk.visit(node);
  return walk.files;
}

class ContractWalk {
  readonly files = new Set<string>();
  readonly #project: Project;
  readonly #sources: ReadonlySet<ts.SourceFile>;
  readonly #seen = new Set<ts.Node | ts.Type>();

  constructor(project: Project) {
    this.#project = project;
    this.#sources = new Set(project.sources);
  }

  note(node: ts.Node): void {
    if (this.#sources.has(node.getSourceFile())) this.files.add(node.getSourceFile().fileName);
  }

  /** Notes the file of a node, and follows what the node names, to the end. */
  visit(node: ts.Node): void {
    if (this.#seen.has(node) || !this.#sources.has(node.getSourceFile())) return;
    this.#seen.add(node);
    this.note(node);
    this.#walk(node);
  }

  #walk(node: ts.Node): void {
    if (ts.isIdentifier(node)) this.#follow(node);
    if (ts.isFunctionLike(node)) this.#visitInferred(node);
    ts.forEachChild(node, (child) => {
      if (!isInside(child)) this.#walk(child);
    });
  }

  #follow(name: ts.Identifier): void {
    const symbol = resolveAlias(this.#project.checker.getSymbolAtLocation(name), this.#project);
    for (const declaration of symbol?.declarations ?? []) this.visit(declaration);
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
      // The expression of a value that has a type is not part of the type.
      if (!ts.isObjectLiteralExpression(declaration) && !ts.isFunctionLike(declaration)) this.visit(declaration);
      else this.note(declaration);
    }
    for (const part of this.#partsOf(type)) this.#visitType(part);
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

/** What others cannot see of a declaration: the bodies of functions, and what a class keeps to itself. */
function isInside(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBlock(node) || (ts.isArrowFunction(parent) && parent.body === node)) return true;
  if (ts.isPropertyDeclaration(parent) && parent.type !== undefined && parent.initializer === node) return true;
  if (ts.isConstructorDeclaration(parent)) return !ts.isParameterPropertyDeclaration(node, parent) || isHidden(node);
  if (!ts.isClassLike(parent) || !ts.isClassElement(node)) return false;
  return isHidden(node) || (ts.isMethodDeclaration(node) && node.name.getText() !== "toJSON");
}

function isHidden(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  const isPrivateName = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return isPrivateName || (ts.getCombinedModifierFlags(node) & hidden) !== 0;
}
