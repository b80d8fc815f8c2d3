import type { Project } from "../../project/project.js";
import { coreName } from "../../project/symbol-origin.js";
import { isNeverSent } from "../../schema/json-properties.js";
import { ts } from "../../typescript/typescript.js";

/** A property that a type declares beside those of our `ToolResult`, if it extends or implements that. */
export function extraProperty(type: ts.Type, project: Project): string | undefined {
  if (!extendsToolResult(type, project)) return undefined;
  const { checker } = project;
  return checker.getPropertiesOfType(type).find((one) => !PROPERTIES.has(one.name) && !isNeverSent(one, checker))?.name;
}

const PROPERTIES: ReadonlySet<string> = new Set(["content", "structuredContent", "isError", "_meta"]);

function extendsToolResult(type: ts.Type, project: Project, seen: ReadonlySet<ts.Symbol> = new Set()): boolean {
  if (type.isIntersection()) return type.types.some((part) => extendsToolResult(part, project, seen));
  const { symbol } = type;
  if (symbol === undefined || seen.has(symbol)) return false;
  if (coreName(symbol, project) === "ToolResult") return true;
  return (symbol.declarations ?? []).some((declaration) => {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassLike(declaration)) return false;
    const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
    const known = new Set([...seen, symbol]);
    return bases.some((base) => extendsToolResult(project.checker.getTypeAtLocation(base), project, known));
  });
}
