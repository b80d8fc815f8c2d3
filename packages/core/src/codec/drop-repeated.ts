import { canonicalText } from "../validation/canonical-text.js";
import type { Transform } from "./transform.js";

/** Leaves out the items that equal an earlier one as JSON: a set may hold two dates of one moment, its JSON may not. */
export const dropRepeated: Transform = (items) => {
  if (!Array.isArray(items)) return items;
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = canonicalText(item);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
};
