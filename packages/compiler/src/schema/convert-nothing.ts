import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** `never`, symbols, and `undefined`, which is only allowed in results and becomes `null`. */
export const convertNothing: Converter = (site, builder) => {
  const { flags } = site.type;
  if (flags & ts.TypeFlags.VoidLike && builder.direction === "output") return { type: "null" };
  if (flags & ts.TypeFlags.VoidLike)
    return builder.fail("not-json", site, "No client can send undefined", "Write null.");
  if (flags & ts.TypeFlags.Never) return builder.fail("not-json", site, "No value has the type never");
  if (flags & ts.TypeFlags.ESSymbolLike) {
    return builder.fail("not-json", site, "A symbol cannot be sent as JSON", "Write a string.");
  }
  return undefined;
};
