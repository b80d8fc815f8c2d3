import { platformName } from "../project/symbol-origin.js";
import type { Converter } from "./converter.js";

/**
 * In results, the promises of `Promise.allSettled` that failed. Their reason may be anything, but mostly is an error,
 * which JSON would write as `{}`.
 */
export const convertRejection: Converter = ({ type }, { direction, project }) => {
  if (direction === "input" || platformName(type.symbol, project) !== "PromiseRejectedResult") return undefined;
  return {
    type: "object",
    properties: { status: { type: "string", const: "rejected" }, reason: REASON },
    required: ["status"],
  };
};

/** The `code` of Node's errors is what tells them apart. */
const REASON = { properties: { name: {}, message: {}, code: {} }, additionalProperties: true, "x-ts": "Error" };
