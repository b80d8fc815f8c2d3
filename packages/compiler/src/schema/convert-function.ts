import { isFunction } from "../typescript/is-function.js";
import type { Converter } from "./converter.js";

/** Functions, and classes as values. */
export const convertFunction: Converter = (site, builder) => {
  if (!isFunction(site.type, builder.project.checker)) return undefined;
  const name = builder.project.checker.typeToString(site.type);
  return builder.fail("not-json", site, `A function, ${name}, cannot be sent as JSON`, "Leave it out.");
};
