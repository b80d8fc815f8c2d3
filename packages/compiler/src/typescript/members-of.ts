import type { ts } from "./typescript.js";

/** The members of a union, or the type itself if it is not a union. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
