import type { Converter } from "./converter.js";
import { platformType } from "./platform-type.js";

/** Objects that a string stands for: `Date`, `URL`, `RegExp`. */
export const convertTextObject: Converter = ({ type }, { project }) => {
  const name = platformType(type, project) ?? "";
  const format = FORMATS.get(name);
  return format === undefined ? undefined : { type: "string", format, "x-ts": name };
};

const FORMATS: ReadonlyMap<string, string> = new Map([
  ["Date", "date-time"],
  ["URL", "uri"],
  ["RegExp", "regex"],
]);
