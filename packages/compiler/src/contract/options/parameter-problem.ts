import type { Project } from "../../project/project.js";
import { platformType } from "../../schema/platform-type.js";
import { ts } from "../../typescript/typescript.js";

/** What we pass as one argument. */
export interface Passed {
  readonly what: string;
  /** Whether a parameter of this type takes it. */
  readonly fits: (type: ts.Type, project: Project) => boolean;
}

/** A text that a person types. */
export const TEXT: Passed = {
  what: "a string",
  fits: (type, { checker }) => {
    return checker.isTypeAssignableTo(checker.getStringType(), checker.getBaseConstraintOfType(type) ?? type);
  },
};

/** Strings by name, each of them optional. */
export const TEXTS: Passed = {
  what: "Record<string, string>",
  fits: (type, project) => {
    const { checker } = project;
    const index = type.getStringIndexType();
    const takes = (one: ts.Type) => TEXT.fits(one, project);
    const isRecord = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0 || isAnything(type);
    if (!isRecord || (index && !takes(index))) return false;
    return checker.getPropertiesOfType(type).every((property) => {
      return property.flags & ts.SymbolFlags.Optional && takes(checker.getTypeOfSymbol(property));
    });
  },
};

export const SIGNAL: Passed = {
  what: "an AbortSignal",
  fits: (type, project) => {
    return isAnything(type) || platformType(type, project) === "AbortSignal";
  },
};

/** Why a method cannot be called with these arguments. It may take fewer of them. */
export function parameterProblem(
  signature: ts.Signature,
  passed: readonly Passed[],
  project: Project,
): string | undefined {
  for (const [index, symbol] of signature.getParameters().entries()) {
    const declaration = symbol.valueDeclaration;
    if (!declaration || !ts.isParameter(declaration) || declaration.dotDotDotToken) return undefined;
    const one = passed[index];
    // A destructured parameter has no name.
    const name = declaration.name.getText().replace(/\s+/g, " ");
    const type = project.checker.getNonNullableType(project.checker.getTypeOfSymbol(symbol));
    if (!one && !declaration.questionToken && !declaration.initializer)
      return `nothing is passed for its parameter ${name}`;
    if (one && !one.fits(type, project)) return `its parameter ${name} does not take ${one.what}`;
  }
  return undefined;
}

function isAnything({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}
