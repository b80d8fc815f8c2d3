import { ts } from "../typescript.js";

/** The specifiers of `import` and of `export … from` in these files that lead nowhere. */
export function unresolvedImports(files: readonly ts.SourceFile[], checker: ts.TypeChecker): ts.StringLiteral[] {
  return files
    .flatMap(({ statements }) => [...statements])
    .flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      const { moduleSpecifier: specifier } = statement;
      if (!specifier || !ts.isStringLiteral(specifier)) return [];
      return checker.getSymbolAtLocation(specifier) === undefined ? [specifier] : [];
    });
}
