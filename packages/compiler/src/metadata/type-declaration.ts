import { ts } from "../typescript/typescript.js";

/** What the name of a type can refer to inside its file. */
export type TypeDeclaration =
  | ts.ClassDeclaration
  | ts.EnumDeclaration
  | ts.InterfaceDeclaration
  | ts.ModuleDeclaration
  | ts.TypeAliasDeclaration
  | ts.TypeParameterDeclaration;

/** The declaration of a name in the scopes around a node; undefined for imported and global names. */
export function typeDeclaration(name: string, node: ts.Node): TypeDeclaration | undefined {
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent) {
    const found = declarationsIn(scope).filter((one) => one.name?.text === name);
    // An interface may merge with a class, and a namespace with an enum or a function.
    if (found.length > 0) return found.find((one) => !isBeside(one)) ?? found[0];
  }
  return undefined;
}

function declarationsIn(scope: ts.Node): readonly TypeDeclaration[] {
  const parameters = ts.isClassLike(scope) || ts.isFunctionLike(scope) ? (scope.typeParameters ?? []) : [];
  const statements: readonly ts.Statement[] =
    ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isModuleBlock(scope) ? scope.statements : [];
  return [...parameters, ...statements.filter(isTypeDeclaration)];
}

function isTypeDeclaration(node: ts.Statement): node is Exclude<TypeDeclaration, ts.TypeParameterDeclaration> {
  return (
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

function isBeside(node: TypeDeclaration): boolean {
  return ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node);
}
