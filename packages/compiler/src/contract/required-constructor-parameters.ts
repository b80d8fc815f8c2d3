import type { FoundClass } from "../classes/find-classes.js";
import type { Project } from "../project/project.js";
import { membersOf } from "../typescript/members-of.js";
import { ts } from "../typescript/typescript.js";

/**
 * The names of the parameters that a class cannot be constructed without; empty if one of its constructors needs none.
 */
export function requiredConstructorParameters({ symbol, node }: FoundClass, { checker }: Project): readonly string[] {
  const signatures = checker.getTypeOfSymbolAtLocation(symbol, node).getConstructSignatures();
  const required = signatures.map(({ parameters }) => parameters.filter(isRequired).map(({ name }) => name));
  return required.reduce((least, names) => (names.length < least.length ? names : least), required[0] ?? []);

  function isRequired(parameter: ts.Symbol): boolean {
    const declaration = parameter.valueDeclaration;
    if (!declaration || !ts.isParameter(declaration) || declaration.dotDotDotToken) return false;
    return !checker.isOptionalParameter(declaration) && !admitsUndefined(checker.getTypeOfSymbol(parameter));
  }
}

function admitsUndefined(type: ts.Type): boolean {
  const { Undefined, Void, Any, Unknown } = ts.TypeFlags;
  return membersOf(type).some(({ flags }) => flags & (Undefined | Void | Any | Unknown));
}
