import { ts } from "../typescript.js";
import type { Project } from "./project.js";

/** A file and all that it imports, directly or through others. What merely is in the program, as globals are, is not. */
export function importedFiles(file: ts.SourceFile, project: Project): ReadonlySet<ts.SourceFile> {
  const found = new Set([file]);
  // A set also hands out what is added while it is walked through.
  for (const one of found) {
    for (const specifier of one.isDeclarationFile ? [] : specifiersIn(one)) {
      const module = project.checker.getSymbolAtLocation(specifier)?.valueDeclaration;
      if (module && ts.isSourceFile(module)) found.add(module);
    }
  }
  return found;
}

/** The texts behind `from`, and in `import(…)` and `require(…)`. */
function specifiersIn(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = ts.isStringLiteralLike(node) && isSpecifier(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...specifiersIn(child));
  });
  return found;
}

function isSpecifier({ parent }: ts.Node): boolean {
  if (ts.isCallExpression(parent)) {
    return parent.expression.kind === ts.SyntaxKind.ImportKeyword || parent.expression.getText() === "require";
  }
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent))
  );
}
