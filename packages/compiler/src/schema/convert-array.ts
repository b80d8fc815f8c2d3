import { ts } from "../typescript/typescript.js";
import { collectionType } from "./collection-type.js";
import type { Converter } from "./converter.js";
import { warnOfInstance } from "./json-properties.js";
import { siteInside } from "./site.js";

/** Arrays, read-only or not, and types that extend them. */
export const convertArray: Converter = (site, builder) => {
  const found = builder.project.checker.isTupleType(site.type) ? undefined : collectionType(site, builder.project);
  const [type] = found?.elements ?? [];
  if (found?.kind !== "array" || !type) return undefined;
  warnOfInstance(site, "array", builder);
  // The inferred type of `[]`.
  if (type.flags & ts.TypeFlags.Never) return { type: "array", items: {}, maxItems: 0 };
  return { type: "array", items: builder.schemaOf(siteInside(site, "[]", type, found.written[0])) };
};
