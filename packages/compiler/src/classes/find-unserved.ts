import type { Project } from "../project/project.js";
import { className } from "../typescript/class-name.js";
import { ts } from "../typescript/typescript.js";
import { type ClassExport, type ExportedClass, exportsOf } from "./class-exports.js";
import { type FoundClass, isTemplate } from "./find-classes.js";

/** A class that an entry file exports, and for which no manifest was made. */
export interface UnservedClass {
  /** Its name in the source, `"default"` if it has none. */
  readonly name: string;
  /**
   * `"plain"` has no decorated method, `"template"` is abstract or generic, and what is `"compiled"` comes from a package
   * that uses ours, as declarations, which do not show decorators: either the package registers a manifest, or there is none.
   */
  readonly reason: "plain" | "template" | "compiled";
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** The package of what is compiled. */
  readonly package?: { readonly name: string; readonly directory: string };
  readonly exports: readonly ClassExport[];
}

/** The exported classes that are not among the found ones. */
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
