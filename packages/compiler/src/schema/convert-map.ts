import { membersOf } from "../typescript/members-of.js";
import { ts } from "../typescript/typescript.js";
import { collectionType } from "./collection-type.js";
import type { Converter } from "./converter.js";
import { warnOfInstance } from "./json-properties.js";
import { siteInside } from "./site.js";

/** Maps: an object if the keys are strings, else an array of pairs. */
export const convertMap: Converter = (site, builder) => {
  const found = collectionType(site, builder.project);
  const [key, value] = found?.elements ?? [];
  if (found?.kind !== "map" || !key || !value) return undefined;
  warnOfInstance(site, "Map", builder);
  const keys = builder.schemaOf(siteInside(site, ".keys()", key, found.written[0]));
  const values = builder.schemaOf(siteInside(site, "[]", value, found.written[1]));
  if (isText(key)) {
    const anyKey = (key.flags & ts.TypeFlags.String) !== 0;
    return { type: "object", ...(!anyKey && { propertyNames: keys }), additionalProperties: values, "x-ts": "Map" };
  }
  const [first, second] = builder.distinct([keys, values]);
  const either = second ? { anyOf: [first, second] } : first;
  return {
    type: "array",
    items: { type: "array", prefixItems: [keys, values], items: either, minItems: 2, maxItems: 2 },
    "x-ts": "Map",
  };
};

function isText(type: ts.Type): boolean {
  return membersOf(type).every((member) => {
    const parts = member.isIntersection() ? member.types : [member];
    return parts.some(({ flags }) => flags & ts.TypeFlags.StringLike);
  });
}
