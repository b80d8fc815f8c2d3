import { type Check, checkChild, isDone } from "../check.js";
import { type Keyword, readArray } from "../site.js";

/** `prefixItems`, `items` */
export const items: Keyword = (site) => {
  const { prefixItems, items } = site.schema;
  const prefix =
    prefixItems === undefined
      ? []
      : readArray(site, "prefixItems").map((schema, index) => site.child(schema, ["prefixItems", index]));
  const rest = items === undefined || items === true ? undefined : site.child(items, ["items"]);
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    const end = rest === undefined ? Math.min(prefix.length, value.length) : value.length;
    let passed = true;
    for (let index = 0; index < end; index += 1) {
      const check = prefix[index] ?? (rest as Check);
      if (checkChild(check, value[index], index, run)) continue;
      if (isDone(run)) return false;
      passed = false;
    }
    return passed;
  };
};
