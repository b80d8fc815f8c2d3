import { hasProperty, isObject } from "../../values/is-object.js";
import { fail, findingsOf, isDone, passes } from "../check.js";
import { quote } from "../describe-value.js";
import type { Keyword } from "../site.js";

/** `propertyNames` */
export const propertyNames: Keyword = (site) => {
  const check = site.child(site.schema.propertyNames, ["propertyNames"]);
  return (value, run) => {
    if (!isObject(value)) return true;
    let passed = true;
    for (const key in value) {
      if (!hasProperty(value, key) || passes(check, key, run)) continue;
      if (run.report === undefined) return false;
      const [finding] = findingsOf(check, key, run, run.report);
      passed = fail(run, "propertyNames", `as property name ${finding?.expected}`, value, quote(key));
      if (isDone(run)) return false;
    }
    return passed;
  };
};
