import { ts } from "../typescript.js";

/** The specifiers of a module's `import … from` and `export … from` that lead nowhere. */
export function unresolvedImports(file: ts.SourceFile, program: ts.Program): ts.StringLiteral[] {
  const checker = program.getTypeChecker();
  return file.statements.flatMap((statement) => {
    const specifier = specifierOf(statement);
    return specifier && checker.getSymbolAtLocation(specifier) === undefined ? [specifier] : [];
  });
}

function specifierOf(statement: ts.Statement): ts.StringLiteral | undefined {
  const isImport = ts.isImportDeclaration(statement) && statement.importClause !== undefined;
  if (!isImport && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier : undefined;
}
