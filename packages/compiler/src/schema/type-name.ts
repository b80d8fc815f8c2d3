import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript/typescript.js";
import type { Site } from "./site.js";

/** The name of a type in the source; for a union, only the written one. */
export function typeName({ type, written }: Site, project: Project): string | undefined {
  if (!type.aliasSymbol && platformName(type.symbol, project) !== undefined) return undefined;
  if (written && ts.isTypeReferenceNode(written)) {
    const names = [written.typeName, ...(written.typeArguments ?? [])].map((node) => node.getText());
    if (names.every((name) => /^[\w.]+$/.test(name))) return names.map(lastPart).join("_");
  }
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  const symbol = type.aliasSymbol ?? type.symbol;
  return symbol && /^[a-z$]\w*$/i.test(symbol.name) ? symbol.name : undefined;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
