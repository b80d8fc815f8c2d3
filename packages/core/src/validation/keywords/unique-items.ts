import { fail } from "../check.js";
import { describeValue } from "../describe-value.js";
import { Identities } from "../identities.js";
import { invalid, type Keyword } from "../site.js";

/** `uniqueItems`, in time linear in the size of the value, even if it has such arrays in each other */
export const uniqueItems: Keyword = (site) => {
  const operand = site.schema.uniqueItems;
  if (typeof operand !== "boolean") throw invalid(site, "uniqueItems", "true or false");
  if (!operand) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    run.identities ??= new Identities();
    const index = findRepeated(value, run.identities);
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

function findRepeated(items: readonly unknown[], identities: Identities): number | undefined {
  const primitives = new Set<unknown>();
  const composites = new Set<string>();
  for (const [index, item] of items.entries()) {
    const isComposite = typeof item === "object" && item !== null;
    const seen: Set<unknown> = isComposite ? composites : primitives;
    const key = isComposite ? identities.of(item) : item;
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return undefined;
}
