import type { Project } from "../../project/project.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";

/** What a loop over a value gets. */
export interface Iterated {
  readonly type: ts.Type;
  readonly isAsync: boolean;
}

/** What a loop gets, for each alternative of a type; nothing if one of them is no iterable. Texts count as none. */
export function iteratedTypes(type: ts.Type, project: Project): readonly Iterated[] | undefined {
  if (type.flags & ts.TypeFlags.Any) return [{ type, isAsync: true }];
  const members = membersOf(type);
  const found = members.flatMap((member) => iterated(member, project) ?? []);
  return found.length === members.length ? found : undefined;
}

function iterated(type: ts.Type, { checker }: Project): Iterated | undefined {
  if (type.flags & ts.TypeFlags.StringLike) return undefined;
  // The checker names a property under a symbol `__@iterator@123`.
  const method = checker
    .getPropertiesOfType(type)
    .find(({ escapedName }) => /^__@(?:async)?iterator@/i.test(`${escapedName}`));
  const [signature] = method ? checker.getTypeOfSymbol(method).getCallSignatures() : [];
  if (!method || !signature) return undefined;
  const [element = checker.getAnyType()] = checker.getTypeArguments(signature.getReturnType() as ts.TypeReference);
  return { type: element, isAsync: /async/.test(`${method.escapedName}`) };
}
