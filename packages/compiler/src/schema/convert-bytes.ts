import type { Converter } from "./converter.js";
import { platformType } from "./platform-type.js";

/** Bytes, as base64. */
export const convertBytes: Converter = ({ type }, { project }) => {
  const name = platformType(type, project);
  if (name !== "Uint8Array" && name !== "Buffer" && name !== "ArrayBuffer") return undefined;
  return { type: "string", contentEncoding: "base64", "x-ts": name };
};
