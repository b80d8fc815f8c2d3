import { coreName } from "../project/symbol-origin.js";
import type { Converter } from "./converter.js";

/** The context of a call, which cannot be sent. */
export const convertContext: Converter = (site, builder) => {
  if (coreName(site.type.symbol, builder.project) !== "Context") return undefined;
  const help = "Declare a parameter of this type: it is passed to the method.";
  return builder.fail("not-json", site, "The Context of a call cannot be part of a value", help);
};
