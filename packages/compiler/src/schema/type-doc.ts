import { type Doc, NO_DOC } from "../docs/doc.js";
import { readValueDoc } from "../docs/read-value-doc.js";
import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import type { Site } from "./site.js";

/** The doc comment of a type: that of the alias it is written with, or else of its own declaration. */
export function typeDoc({ type, written }: Site, project: Project): Doc {
  for (const symbol of [writtenSymbol(written, project), type.aliasSymbol, type.symbol]) {
    // The library's comment on `Record` tells nothing about the value.
    if (!symbol || platformName(symbol, project) || !isTypeSymbol(symbol)) continue;
    for (const declaration of symbol.declarations ?? []) {
      const doc = readValueDoc(declaration);
      if (doc.description !== "" || doc.tags.length > 0) return doc;
    }
  }
  return NO_DOC;
}

/** Only the written type knows the alias of a primitive. */
function writtenSymbol(written: ts.TypeNode | undefined, project: Project): ts.Symbol | undefined {
  if (!written || !ts.isTypeReferenceNode(written) || written.typeArguments) return undefined;
  return resolveAlias(project.checker.getSymbolAtLocation(written.typeName), project.checker);
}

/** Methods and literals have symbols with comments too, but these are not about the type. */
function isTypeSymbol({ flags }: ts.Symbol): boolean {
  return (
    (flags & (ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) !== 0
  );
}
