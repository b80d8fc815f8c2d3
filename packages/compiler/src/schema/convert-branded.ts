import { ts } from "../typescript.js";
import { hasPlatformMethods } from "./convert-platform-object.js";
import type { Converter } from "./converter.js";

/** Branded values: they are what they are without the brand. Intersections of objects are objects like others. */
export const convertBranded: Converter = (site, builder) => {
  const { type } = site;
  if (!type.isIntersection()) return undefined;
  const { checker } = builder.project;
  const branded = type.types.find((member) => {
    const isObject = (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0;
    return !isObject || checker.isArrayLikeType(member) || hasPlatformMethods(member, builder.project);
  });
  return branded && builder.schemaOf({ ...site, type: branded, written: undefined });
};
