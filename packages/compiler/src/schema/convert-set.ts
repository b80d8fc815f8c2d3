import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import type { Schema } from "./schema.js";
import { siteInside } from "./site.js";
import { writtenArgument } from "./written-type.js";

/** Sets: an array without doubles. */
export const convertSet: Converter = (site, builder) => {
  const name = platformName(site.type.symbol, builder.project);
  if (name !== "Set" && name !== "ReadonlySet") return undefined;
  const [type] = builder.project.checker.getTypeArguments(site.type as ts.TypeReference);
  if (!type) return undefined;
  const items = builder.schemaOf(siteInside(site, "[]", type, writtenArgument(site.written, 0)));
  const unique = builder.direction === "input" || isScalar(items);
  return { type: "array", items, ...(unique && { uniqueItems: true }), "x-ts": "Set" };
};

/** Two values of a set, such as dates or objects, may be one and the same JSON. Of these values none are. */
function isScalar(schema: Schema): boolean {
  return SCALARS.has(schema.type) && schema["x-ts"] === undefined;
}

const SCALARS: ReadonlySet<unknown> = new Set(["boolean", "integer", "number", "string"]);
