import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** `string`, `number`, `boolean`, `null` and `object`. */
export const convertPrimitive: Converter = ({ type, written }) => {
  if (type.flags & ts.TypeFlags.String) return { type: "string" };
  if (type.flags & ts.TypeFlags.NumberLike) return { type: isCalledInteger(written) ? "integer" : "number" };
  if (type.flags & ts.TypeFlags.Boolean) return { type: "boolean" };
  if (type.flags & ts.TypeFlags.Null) return { type: "null" };
  if (type.flags & ts.TypeFlags.NonPrimitive) return { type: "object" };
  return undefined;
};

/** TypeScript has no integers, but an alias such as `type int = number` means one. */
function isCalledInteger(written: ts.TypeNode | undefined): boolean {
  return written !== undefined && ts.isTypeReferenceNode(written) && /^int(?:eger)?$/i.test(written.typeName.getText());
}
