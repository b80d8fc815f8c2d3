import type { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { writtenArgument } from "./written-type.js";

/** Arrays, read-only or not. */
export const convertArray: Converter = (site, builder) => {
  const { checker } = builder.project;
  if (!checker.isArrayType(site.type)) return undefined;
  const [type] = checker.getTypeArguments(site.type as ts.TypeReference);
  if (!type) return undefined;
  const written = writtenArgument(site.written, 0);
  return { type: "array", items: builder.schemaOf({ ...site, type, written, path: `${site.path}[]` }) };
};
