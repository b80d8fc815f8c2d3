import { ts } from "../typescript/typescript.js";
import { applyBrandTags } from "./apply-brand-tags.js";
import { brandTags } from "./brand-tags.js";
import { hasPlatformMethods } from "./convert-platform-object.js";
import type { Converter } from "./converter.js";

/**
 * Branded values: the type without the brand, plus the brand's constraints. Intersections of objects are ordinary
 * objects.
 */
export const convertBranded: Converter = (site, builder) => {
  const { type } = site;
  if (!type.isIntersection()) return undefined;
  const { checker } = builder.project;
  const members = type.types.map((member) => ({ member, tags: tagsOf(member) }));
  const value = members.find(({ member }) => isValue(member));
  const untagged = members.filter(({ tags }) => tags.length === 0);
  const branded = value ?? (untagged.length < members.length && untagged.length === 1 ? untagged[0] : undefined);
  if (!branded) return undefined;
  const schema = builder.schemaOf({ ...site, type: branded.member, written: undefined });
  const tags = members.filter((one) => one !== branded).flatMap((one) => one.tags);
  return tags.length === 0 ? schema : applyBrandTags(schema, tags, site, builder);

  function tagsOf(member: ts.Type) {
    return isValue(member) ? [] : brandTags(member, checker);
  }

  function isValue(member: ts.Type): boolean {
    const isObject = (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0;
    return !isObject || checker.isArrayLikeType(member) || hasPlatformMethods(member, builder.project);
  }
};
