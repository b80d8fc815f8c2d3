import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** A method's own type parameter, and types that depend on one, as their constraint. */
export const convertTypeParameter: Converter = (site, builder) => {
  if (!isGeneric(site.type)) return undefined;
  const { checker } = builder.project;
  const constraint = checker.getBaseConstraintOfType(site.type) ?? checker.getUnknownType();
  if (constraint === site.type) return undefined;
  return builder.schemaOf({ ...site, type: constraint, written: writtenConstraint(site.type), open: true });
};

function isGeneric(type: ts.Type): boolean {
  return type.isIntersection() ? type.types.some(isGeneric) : (type.flags & ts.TypeFlags.Instantiable) !== 0;
}

function writtenConstraint({ symbol }: ts.Type): ts.TypeNode | undefined {
  return symbol?.declarations?.find(ts.isTypeParameterDeclaration)?.constraint;
}
