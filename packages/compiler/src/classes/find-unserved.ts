import type { Project } from "../project/project.js";
import { className } from "../typescript/class-name.js";
import { ts } from "../typescript/typescript.js";
import { type ClassExport, type ExportedClass, exportsOf } from "./class-exports.js";
import { type FoundClass, isTemplate } from "./find-classes.js";

/** A class that an entry file exports, and that has no manifest. */
export interface UnservedClass {
  /** Its name in the source, `"default"` if it has none. */
  readonly name: string;
  /**
   * `"plain"`: no decorated method. `"template"`: abstract or generic. `"compiled"`: it comes from a package that uses
   * `@plainmcp/core`, as declarations, which do not show decorators; the package itself may register a manifest.
   */
  readonly reason: "plain" | "template" | "compiled";
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** The package of a `"compiled"` class. */
  readonly package?: { readonly name: string; readonly directory: string };
  readonly exports: readonly ClassExport[];
}

/** The exported classes that have no manifest. */
export function findUnserved(
  exported: readonly ExportedClass[],
  found: readonly FoundClass[],
  project: Project,
): UnservedClass[] {
  const served = new Set(found.map(({ symbol }) => symbol));
  const symbols = new Set(exported.map(({ symbol }) => symbol).filter((symbol) => !served.has(symbol)));
  return [...symbols].flatMap((symbol) => {
    const node = symbol.declarations?.find(ts.isClassLike);
    if (!node) return [];
    const exports = exportsOf(symbol, exported);
    return [
      { name: className(node), ...reasonOf(node, symbol, project), file: node.getSourceFile().fileName, exports },
    ];
  });
}

function reasonOf(
  node: ts.ClassLikeDeclaration,
  symbol: ts.Symbol,
  { checker, packages }: Project,
): Pick<UnservedClass, "reason" | "package"> {
  const { isDeclarationFile, fileName } = node.getSourceFile();
  if (!isDeclarationFile) {
    return { reason: isTemplate(node, checker.getDeclaredTypeOfSymbol(symbol)) ? "template" : "plain" };
  }
  const { name, directory, usesCore } = packages.packageOf(fileName) ?? {};
  if (name === undefined || directory === undefined || !usesCore) return { reason: "plain" };
  return { reason: "compiled", package: { name, directory } };
}
