import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript/typescript.js";

/** The name of a platform type, or of the platform's class that a type extends: `"Error"` for the user's own errors. */
export function platformType(type: ts.Type, project: Project): string | undefined {
  return platformTypes(type, project)[0];
}

/** The names of all platform types that a type is or extends, the nearest first. */
export function platformTypes(type: ts.Type, project: Project): readonly string[] {
  const name = platformName(type.symbol, project);
  const declared = declaredType(type);
  const bases = declared ? project.checker.getBaseTypes(declared) : [];
  return [...(name === undefined ? [] : [name]), ...bases.flatMap((base) => platformTypes(base, project))];
}

function declaredType(type: ts.Type): ts.InterfaceType | undefined {
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  const declared = isReference ? (type as ts.TypeReference).target : type;
  return declared.isClassOrInterface() ? (declared as ts.InterfaceType) : undefined;
}
