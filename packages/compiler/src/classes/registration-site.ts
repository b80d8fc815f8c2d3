import { outermostExpression } from "../typescript/bare-expression.js";
import { ts } from "../typescript/typescript.js";

/** Where in its module's source a class is registered. Positions count UTF-16 code units. */
export type RegistrationSite = RegistrationPlace & {
  /** The position of the first statement after the imports. */
  readonly codeStart: number;
};

type RegistrationPlace =
  /** A statement at `at` registers the class by its name. */
  | { readonly kind: "statement"; readonly name: string; readonly at: number }
  /** The same, but the class first gets a name, after the `class` keyword. */
  | { readonly kind: "unnamed"; readonly keywordEnd: number; readonly at: number }
  /** A class without a name is registered inside the expression that uses it. */
  | { readonly kind: "expression"; readonly start: number; readonly end: number };

/** Where a class of a parsed file is registered. */
export function registrationSite(node: ts.ClassLikeDeclaration): RegistrationSite {
  return { ...placeOf(node), codeStart: codeStart(node.getSourceFile()) };
}

function codeStart({ statements }: ts.SourceFile): number {
  return statements.find((statement) => !isImport(statement) && !isDirective(statement))?.getStart() ?? 0;
}

function isImport(statement: ts.Statement): boolean {
  return ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement);
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

function placeOf(node: ts.ClassLikeDeclaration): RegistrationPlace {
  if (ts.isClassDeclaration(node)) {
    if (node.name) return { kind: "statement", name: node.name.text, at: node.end };
    return { kind: "unnamed", keywordEnd: classKeyword(node).end, at: node.end };
  }
  const variable = variableOf(node);
  if (variable) return { kind: "statement", name: variable.name, at: variable.statement.end };
  return { kind: "expression", start: node.getStart(), end: node.end };
}

function classKeyword(node: ts.ClassDeclaration): ts.Node {
  return node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.ClassKeyword) ?? node;
}

function variableOf(node: ts.ClassExpression): { readonly name: string; readonly statement: ts.Node } | undefined {
  const declaration = outermostExpression(node).parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) ? { name: declaration.name.text, statement } : undefined;
}
