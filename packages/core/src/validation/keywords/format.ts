import { FORMATS } from "../../formats/index.js";
import { fail } from "../check.js";
import { type Keyword, readString } from "../site.js";

/** `format`, asserted if it is a known one; other formats are annotations. */
export const format: Keyword = (site) => {
  const known = FORMATS.get(readString(site, "format"));
  // The codec of RegExp accepts more than the format; see x-ts.
  if (known === undefined || site.schema["x-ts"] === "RegExp") return undefined;
  const { test, expected } = known;
  return (value, run) => typeof value !== "string" || test(value) || fail(run, "format", expected, value);
};
