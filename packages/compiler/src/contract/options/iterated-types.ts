import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";

/** What iterating over a value yields. */
export interface Iterated {
  readonly type: ts.Type;
  readonly isAsync: boolean;
}

/**
 * What iterating over a value yields, for each alternative of its type; undefined if one of them is not iterable.
 * Strings count as not iterable.
 */
export function iteratedTypes(type: ts.Type, project: Project): readonly Iterated[] | undefined {
  if (type.flags & ts.TypeFlags.Any) return [{ type, isAsync: true }];
  const members = membersOf(type);
  const found = members.flatMap((member) => iterated(member, project) ?? []);
  return found.length === members.length ? found : undefined;
}

function iterated(type: ts.Type, { checker }: Project): Iterated | undefined {
  if (type.flags & ts.TypeFlags.StringLike) return undefined;
  // The checker names a symbol property `__@iterator@123`.
  const method = checker
    .getPropertiesOfType(type)
    .find(({ escapedName }) => /^__@(?:async)?iterator@/i.test(`${escapedName}`));
  const [signature] = method ? checker.getTypeOfSymbol(method).getCallSignatures() : [];
  if (!method || !signature) return undefined;
  const [element = checker.getAnyType()] = checker.getTypeArguments(signature.getReturnType() as ts.TypeReference);
  return { type: element, isAsync: /async/.test(`${method.escapedName}`) };
}
