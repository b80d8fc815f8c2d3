import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";

/** In results, objects with a `toJSON` method: what it returns is what is sent. */
export const convertSerializable: Converter = (site, builder) => {
  const { checker } = builder.project;
  if (builder.direction === "input") return undefined;
  const method = checker.getPropertyOfType(site.type, "toJSON");
  // A `Date` and a `Buffer` are known; a class that extends one may say something else.
  if (platformName(method, builder.project) !== undefined) return undefined;
  const [signature] = method ? checker.getSignaturesOfType(checker.getTypeOfSymbol(method), ts.SignatureKind.Call) : [];
  const type = signature && checker.getReturnTypeOfSignature(signature);
  return type && type !== site.type ? builder.schemaOf({ ...site, type, written: undefined }) : undefined;
};
