import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { siteInside } from "./site.js";
import { writtenArgument } from "./written-type.js";

/** Arrays, read-only or not. */
export const convertArray: Converter = (site, builder) => {
  const { checker } = builder.project;
  if (!checker.isArrayType(site.type)) return undefined;
  const [type] = checker.getTypeArguments(site.type as ts.TypeReference);
  if (!type) return undefined;
  // What `[]` is inferred as.
  if (type.flags & ts.TypeFlags.Never) return { type: "array", items: {}, maxItems: 0 };
  return { type: "array", items: builder.schemaOf(siteInside(site, "[]", type, writtenArgument(site.written, 0))) };
};
