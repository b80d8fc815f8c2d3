import { ts } from "../typescript.js";
import type { Converter } from "./converter.js";

/** In results, objects with a `toJSON` method: what it returns is what is sent. */
export const convertSerializable: Converter = (site, builder) => {
  if (builder.direction === "input") return undefined;
  const type = serializedType(site.type, builder.project.checker);
  return type && type !== site.type ? builder.schemaOf({ ...site, type, written: undefined }) : undefined;
};

/** The type of what the `toJSON` method of a type returns, if it has one. */
export function serializedType(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const method = checker.getPropertyOfType(type, "toJSON");
  const [signature] = method ? checker.getSignaturesOfType(checker.getTypeOfSymbol(method), ts.SignatureKind.Call) : [];
  return signature && checker.getReturnTypeOfSignature(signature);
}
