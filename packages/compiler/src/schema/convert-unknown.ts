import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";

/** `any` and `unknown`: every value. An `any` that stands for a type TypeScript could not find is an error. */
export const convertUnknown: Converter = (site, builder) => {
  if (!(site.type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))) return undefined;
  if (!isUnresolved(site.type)) return {};
  const help = 'Import the type, or add the package that declares it to "types" in the tsconfig.';
  return builder.fail("unresolved-type", site, "This type could not be resolved", help);
};

/** TypeScript tells the two kinds of `any` apart by this name only. */
function isUnresolved(type: ts.Type): boolean {
  return "intrinsicName" in type && type.intrinsicName === "error";
}
