import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { siteInside } from "./site.js";
import { writtenArgument } from "./written-type.js";

/** Sets: an array without doubles. */
export const convertSet: Converter = (site, builder) => {
  const name = platformName(site.type.symbol, builder.project);
  if (name !== "Set" && name !== "ReadonlySet") return undefined;
  const [type] = builder.project.checker.getTypeArguments(site.type as ts.TypeReference);
  if (!type) return undefined;
  const items = builder.schemaOf(siteInside(site, "[]", type, writtenArgument(site.written, 0)));
  return { type: "array", items, uniqueItems: true, "x-ts": "Set" };
};
