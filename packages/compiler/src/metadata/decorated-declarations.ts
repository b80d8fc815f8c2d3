import { ts } from "../typescript/typescript.js";

/** A declaration that can have metadata. */
export type Decorated =
  | ts.ClassDeclaration
  | ts.MethodDeclaration
  | ts.PropertyDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration;

/** The classes of a file and their members that have a decorator, or a parameter with one. */
export function decoratedDeclarations(root: ts.SourceFile): readonly Decorated[] {
  const found: Decorated[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) found.push(...[node, ...node.members.filter(isMember)].filter(isDecorated));
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** The parameters of a declaration, or of a class's constructor; undefined if there are none. */
export function parametersOf(node: Decorated): readonly ts.ParameterDeclaration[] | undefined {
  if (ts.isPropertyDeclaration(node)) return undefined;
  if (!ts.isClassDeclaration(node)) return node.parameters;
  return node.members.filter(ts.isConstructorDeclaration).find(({ body }) => body)?.parameters;
}

/**
 * Where to insert a decorator that runs first: after all others, or on the last parameter, because decorators of
 * parameters run before.
 */
export function lastDecoratorSite(node: Decorated): { readonly at: number; readonly follows: boolean } {
  const parameters = parametersOf(node) ?? [];
  const target = parameters.some(hasDecorators) ? (parameters.at(-1) ?? node) : node;
  const last = ts.getDecorators(target)?.at(-1);
  return last ? { at: last.end, follows: true } : { at: target.getStart(), follows: false };
}

function isMember(node: ts.ClassElement): node is Exclude<Decorated, ts.ClassDeclaration> {
  return ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isAccessor(node);
}

function isDecorated(node: Decorated): boolean {
  return hasDecorators(node) || (parametersOf(node) ?? []).some(hasDecorators);
}

function hasDecorators(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && ts.getDecorators(node) !== undefined;
}
