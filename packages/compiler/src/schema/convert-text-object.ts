import { VALUE_TYPES } from "@plainmcp/core/internal/values";
import { platformName } from "../project/symbol-origin.js";
import type { Converter } from "./converter.js";
import { warnOfInstance } from "./json-properties.js";
import { platformType } from "./platform-type.js";

/** Objects that are sent as a string: `Date`, `URL`, `RegExp`. */
export const convertTextObject: Converter = (site, builder) => {
  const name = platformType(site.type, builder.project) ?? "";
  const format = VALUE_TYPES.get(name)?.format;
  if (format === undefined) return undefined;
  if (platformName(site.type.symbol, builder.project) === undefined) warnOfInstance(site, name, builder);
  return { type: "string", format, "x-ts": name };
};
