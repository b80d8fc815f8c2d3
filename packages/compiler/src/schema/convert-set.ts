import type { Schema } from "../json-schema/schema.js";
import { collectionType } from "./collection-type.js";
import type { Converter } from "./converter.js";
import { warnOfInstance } from "./json-properties.js";
import { siteInside } from "./site.js";

/** Sets: an array without duplicates. */
export const convertSet: Converter = (site, builder) => {
  const found = collectionType(site, builder.project);
  const [type] = found?.elements ?? [];
  if (found?.kind !== "set" || !type) return undefined;
  warnOfInstance(site, "Set", builder);
  const items = builder.schemaOf(siteInside(site, "[]", type, found.written[0]));
  const unique = builder.direction === "input" || isScalar(items);
  return { type: "array", items, ...(unique && { uniqueItems: true }), "x-ts": "Set" };
};

/** Whether different values are always different JSON. Two dates or objects in a set may become the same JSON. */
function isScalar(schema: Schema): boolean {
  return SCALARS.has(schema.type) && schema["x-ts"] === undefined;
}

const SCALARS: ReadonlySet<unknown> = new Set(["boolean", "integer", "number", "string"]);
