import { canonicalText } from "../canonical-text.js";
import { fail } from "../check.js";
import { describeValue } from "../describe-value.js";
import { invalid, type Keyword } from "../site.js";

/** `uniqueItems`, in time linear in the size of the array */
export const uniqueItems: Keyword = (site) => {
  const operand = site.schema.uniqueItems;
  if (typeof operand !== "boolean") throw invalid(site, "uniqueItems", "true or false");
  if (!operand) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    const index = findRepeated(value);
    if (index === undefined) return true;
    return fail(
      run,
      "uniqueItems",
      "items that all differ",
      value,
      `${describeValue(value[index])} again at index ${index}`,
    );
  };
};

function findRepeated(items: readonly unknown[]): number | undefined {
  const primitives = new Set<unknown>();
  const texts = new Set<string>();
  for (const [index, item] of items.entries()) {
    const isComposite = typeof item === "object" && item !== null;
    const seen: Set<unknown> = isComposite ? texts : primitives;
    const key = isComposite ? canonicalText(item) : item;
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return undefined;
}
