import type { ts } from "./typescript.js";

/** The members of a union; any other type is its own only member. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
