import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** `bigint` as a string of digits, because a JSON number would lose digits. */
export const convertBigint: Converter = ({ type }) => {
  if (type.flags & ts.TypeFlags.BigInt) return { type: "string", pattern: "^-?[0-9]+$", "x-ts": "bigint" };
  if (type.flags & ts.TypeFlags.BigIntLiteral) {
    const { negative, base10Value } = (type as ts.BigIntLiteralType).value;
    return { type: "string", const: `${negative ? "-" : ""}${base10Value}`, "x-ts": "bigint" };
  }
  return undefined;
};
