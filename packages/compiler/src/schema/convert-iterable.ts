import type { ts } from "../typescript.js";
import type { Converter } from "./converter.js";
import { iterableKind } from "./iterable-kind.js";
import { RESULT, siteInside } from "./site.js";
import { writtenArgument } from "./written-type.js";

/** Iterables and generators: the array of what they yield. Only the method's own result can be an asynchronous one. */
export const convertIterable: Converter = (site, builder) => {
  const kind = iterableKind(site.type, builder.project);
  const [type] = kind ? builder.project.checker.getTypeArguments(site.type as ts.TypeReference) : [];
  if (!kind || !type) return undefined;
  const isResult = builder.direction === "output" && site.path === RESULT;
  if (kind === "async" && !isResult) {
    const help = "Write an array. A method may return an async iterable, but not inside another value.";
    return builder.fail("not-json", site, "An asynchronous iterable cannot be part of a value", help);
  }
  const inside = siteInside(site, "[]", type, writtenArgument(site.written, 0));
  const items = builder.schemaOf({ ...inside, sources: site.sources ?? [] });
  // An array already is an iterable: what a client sends needs no conversion.
  return { type: "array", items, ...(builder.direction === "output" && { "x-ts": "Iterable" }) };
};
