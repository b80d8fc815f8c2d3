import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import { convertObject } from "./convert-object.js";
import type { Converter } from "./converter.js";

/** Intersections: a branded value is what it is without its brand; objects are one object with all properties. */
export const convertIntersection: Converter = (site, builder) => {
  const { type } = site;
  if (!type.isIntersection()) return undefined;
  const { checker } = builder.project;
  const branded = type.types.find((member) => {
    const isObject = (member.flags & ts.TypeFlags.Object) !== 0;
    return !isObject || checker.isArrayLikeType(member) || platformName(member.symbol, builder.project) !== undefined;
  });
  return branded ? builder.schemaOf({ ...site, type: branded, written: undefined }) : convertObject(site, builder);
};
