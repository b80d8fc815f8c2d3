import type { Converter } from "./converter.js";
import { platformType } from "./platform-type.js";

/** Errors of every class: their name and message. The stack stays here. */
export const convertError: Converter = ({ type }, { project }) => {
  if (!/^(?:\w*Error|DOMException)$/.test(platformType(type, project) ?? "")) return undefined;
  return {
    type: "object",
    properties: { name: { type: "string" }, message: { type: "string" } },
    required: ["name", "message"],
    "x-ts": "Error",
  };
};
