import type { Project } from "../../project/project.js";
import { coreName } from "../../project/symbol-origin.js";
import { ts } from "../../typescript/typescript.js";

/** A type of ours that authors return. */
type CoreType = "ToolResult" | "Page";

/** Whether a type is one of ours, or extends or implements it. */
export function extendsCoreType(
  type: ts.Type,
  name: CoreType,
  project: Project,
  seen: ReadonlySet<ts.Symbol> = new Set(),
): boolean {
  if (type.isIntersection()) return type.types.some((part) => extendsCoreType(part, name, project, seen));
  const { symbol } = type;
  if (symbol === undefined || seen.has(symbol)) return false;
  if (coreName(symbol, project) === name) return true;
  return (symbol.declarations ?? []).some((declaration) => {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassLike(declaration)) return false;
    const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
    const known = new Set([...seen, symbol]);
    return bases.some((base) => extendsCoreType(project.checker.getTypeAtLocation(base), name, project, known));
  });
}
