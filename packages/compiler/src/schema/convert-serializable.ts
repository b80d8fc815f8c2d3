import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** In results, objects with a `toJSON` method: its result is sent. */
export const convertSerializable: Converter = (site, builder) => {
  if (builder.direction === "input" || site.serialized) return undefined;
  const type = serializedType(site.type, builder.project);
  return type && type !== site.type
    ? builder.schemaOf({ ...site, type, written: undefined, serialized: true })
    : undefined;
};

/**
 * The return type of a type's own `toJSON` method, if it has one. Those of `Date` and `Buffer` do not count, because
 * these types have codecs.
 */
export function serializedType(type: ts.Type, project: Project): ts.Type | undefined {
  const { checker } = project;
  const method = checker.getPropertyOfType(type, "toJSON");
  if (!method || platformName(method, project) !== undefined) return undefined;
  const [signature] = checker.getSignaturesOfType(checker.getTypeOfSymbol(method), ts.SignatureKind.Call);
  return signature && checker.getReturnTypeOfSignature(signature);
}
