import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { siteInside } from "./site.js";
import { writtenArgument } from "./written-type.js";

/** Maps: an object where the keys are strings, else an array of pairs. */
export const convertMap: Converter = (site, builder) => {
  const name = platformName(site.type.symbol, builder.project);
  if (name !== "Map" && name !== "ReadonlyMap") return undefined;
  const [key, value] = builder.project.checker.getTypeArguments(site.type as ts.TypeReference);
  if (!key || !value) return undefined;
  const keys = builder.schemaOf(siteInside(site, ".keys()", key, writtenArgument(site.written, 0)));
  const values = builder.schemaOf(siteInside(site, "[]", value, writtenArgument(site.written, 1)));
  if (isText(key)) {
    const anyKey = (key.flags & ts.TypeFlags.String) !== 0;
    return { type: "object", ...(!anyKey && { propertyNames: keys }), additionalProperties: values, "x-ts": "Map" };
  }
  const either = JSON.stringify(keys) === JSON.stringify(values) ? keys : { anyOf: [keys, values] };
  return {
    type: "array",
    items: { type: "array", prefixItems: [keys, values], items: either, minItems: 2, maxItems: 2 },
    "x-ts": "Map",
  };
};

function isText(type: ts.Type): boolean {
  return type.isUnion() ? type.types.every(isText) : (type.flags & ts.TypeFlags.StringLike) !== 0;
}
