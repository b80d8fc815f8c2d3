import { ts } from "./typescript.js";

/** Whether the values of a type can be called or constructed. */
export function isFunction(type: ts.Type, checker: ts.TypeChecker): boolean {
  const kinds = [ts.SignatureKind.Call, ts.SignatureKind.Construct];
  return kinds.some((kind) => checker.getSignaturesOfType(type, kind).length > 0);
}
