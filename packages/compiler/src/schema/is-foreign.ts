import type { Project } from "../project/project.js";
import { isInPackage } from "../typescript/is-packaged.js";
import { resolveAlias } from "../typescript/resolve-alias.js";
import { ts } from "../typescript/typescript.js";
import type { Site } from "./site.js";

/** Whether a package, and not a type argument of the user, determines what a property or an index signature holds. */
export function isForeign(declaration: ts.Node | undefined, site: Site, project: Project): boolean {
  const { foreignInside = false } = site;
  if (!declaration) return foreignInside;
  return isInPackage(declaration) && (foreignInside || !mentionsTypeParameter(declaration, project));
}

/** Whether a package determines what is inside a type: the type is an alias of the package without type arguments. */
export function isForeignInside({ type, written, foreign, foreignInside }: Site, project: Project): boolean {
  const name = written && ts.isTypeReferenceNode(written) && !written.typeArguments ? written.typeName : undefined;
  const symbols = [
    name && resolveAlias(project.checker.getSymbolAtLocation(name), project.checker),
    type.aliasTypeArguments ? undefined : type.aliasSymbol,
  ];
  return (
    foreign === true || foreignInside === true || symbols.some((symbol) => symbol?.declarations?.every(isPackageAlias))
  );
}

function isPackageAlias(declaration: ts.Declaration): boolean {
  return ts.isTypeAliasDeclaration(declaration) && isInPackage(declaration);
}

function mentionsTypeParameter(node: ts.Node, project: Project): boolean {
  if (ts.isIdentifier(node)) {
    const { flags = 0 } = project.checker.getSymbolAtLocation(node) ?? {};
    return (flags & ts.SymbolFlags.TypeParameter) !== 0;
  }
  return ts.forEachChild(node, (child) => mentionsTypeParameter(child, project) || undefined) ?? false;
}
