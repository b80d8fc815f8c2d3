import { hasProperty, isObject } from "../../values/is-object.js";
import { fail, isDone } from "../check.js";
import { listValues, quote } from "../describe-value.js";
import { invalid, type Keyword, readEntries, readStrings } from "../site.js";

/** `required` */
export const required: Keyword = (site) => {
  const names = readStrings(site, "required");
  return (value, run) => {
    if (!isObject(value)) return true;
    let passed = true;
    for (const name of names) {
      if (hasProperty(value, name)) continue;
      passed = fail(run, "required", `the property ${quote(name)}`, value, run.report && describeKeys(value));
      if (isDone(run)) break;
    }
    return passed;
  };
};

/** `dependentRequired` */
export const dependentRequired: Keyword = (site) => {
  const rules = readEntries(site, "dependentRequired").map(([present, names]) => {
    if (Array.isArray(names) && names.every((name) => typeof name === "string")) return { present, names };
    throw invalid(site, "dependentRequired", "an object of arrays of strings");
  });
  return (value, run) => {
    if (!isObject(value)) return true;
    let passed = true;
    for (const { present, names } of rules) {
      if (!hasProperty(value, present)) continue;
      for (const name of names) {
        if (hasProperty(value, name)) continue;
        const expected = `the property ${quote(name)}, because ${quote(present)} is present`;
        passed = fail(run, "dependentRequired", expected, value, run.report && describeKeys(value));
        if (isDone(run)) return false;
      }
    }
    return passed;
  };
};

function describeKeys(value: object): string {
  const keys = Object.keys(value);
  return keys.length === 0
    ? "an empty object"
    : `only ${listValues(keys.slice(0, MAX_KEYS))}${keys.length > MAX_KEYS ? ", …" : ""}`;
}

const MAX_KEYS = 8;
