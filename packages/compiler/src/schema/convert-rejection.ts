import { platformName } from "../project/symbol-origin.js";
import type { Converter } from "./converter.js";

/**
 * In results, the rejections from `Promise.allSettled`. Their reason may be anything, but is mostly an error, which
 * would be `{}` in JSON.
 */
export const convertRejection: Converter = ({ type }, { direction, project }) => {
  if (direction === "input" || platformName(type.symbol, project) !== "PromiseRejectedResult") return undefined;
  return {
    type: "object",
    properties: { status: { type: "string", const: "rejected" }, reason: REASON },
    required: ["status"],
  };
};

/** Node's errors are told apart by their `code`. */
const REASON = { properties: { name: {}, message: {}, code: {} }, additionalProperties: true, "x-ts": "Error" };
