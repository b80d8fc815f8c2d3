import type { Project } from "../project/project.js";
import type { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { platformType } from "./platform-type.js";

/** Bytes, as base64. */
export const convertBytes: Converter = ({ type }, { project }) => {
  return isBytes(type, project)
    ? { type: "string", contentEncoding: "base64", "x-ts": platformType(type, project) as string }
    : undefined;
};

/** Whether a type is one of the platform's types for bytes. */
export function isBytes(type: ts.Type, project: Project): boolean {
  return ["Uint8Array", "Buffer", "ArrayBuffer"].includes(platformType(type, project) ?? "");
}
