import { hasProperty, isObject } from "../../values/is-object.js";
import { type Check, checkChild, fail, isDone } from "../check.js";
import { listValues, quote } from "../describe-value.js";
import { toJsonPointer } from "../json-pointer.js";
import { nearestName } from "../nearest-name.js";
import { compilePattern, matches } from "../pattern.js";
import { type Keyword, readEntries, readObject, type Site } from "../site.js";

/** `properties`, `patternProperties`, `additionalProperties` */
export const members: Keyword = (site) => {
  const patterns = readPatterns(site);
  const additional = site.schema.additionalProperties;
  if (patterns.length === 0 && (additional === undefined || additional === true)) return named(site);
  const properties = readProperties(site);
  const rest =
    additional === undefined || additional === true
      ? undefined
      : additional === false
        ? refuseProperty(site)
        : site.child(additional, ["additionalProperties"]);
  return all(properties, patterns, rest);
};

type Pattern = readonly [RegExp, Check];

function readProperties(site: Site): ReadonlyMap<string, Check> {
  const properties = new Map<string, Check>();
  const schemas = readObject(site, "properties");
  for (const key of Object.keys(schemas)) properties.set(key, site.child(schemas[key], ["properties", key]));
  return properties;
}

function readPatterns(site: Site): readonly Pattern[] {
  return readEntries(site, "patternProperties").map(([source, schema]) => {
    const path = ["patternProperties", source];
    return [compilePattern(source, site.pointer + toJsonPointer(path)), site.child(schema, path)];
  });
}

/** Loops over the schema's properties, because a value may have any number of others. */
function named(site: Site): Check {
  const properties = readObject(site, "properties");
  const keys = Object.keys(properties);
  const checks = keys.map((key) => site.child(properties[key], ["properties", key]));
  return (value, run) => {
    if (!isObject(value)) return true;
    let passed = true;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      if (!hasProperty(value, key) || checkChild(checks[index] as Check, value[key], key, run)) continue;
      if (isDone(run)) return false;
      passed = false;
    }
    return passed;
  };
}

/** Loops over the value's properties. */
function all(properties: ReadonlyMap<string, Check>, patterns: readonly Pattern[], rest: Check | undefined): Check {
  return (value, run) => {
    if (!isObject(value)) return true;
    let passed = true;
    for (const key in value) {
      if (!hasProperty(value, key)) continue;
      const check = properties.get(key);
      let known = check !== undefined;
      if (check !== undefined && !checkChild(check, value[key], key, run)) passed = false;
      for (const [pattern, matching] of patterns) {
        if (!matches(pattern, key)) continue;
        known = true;
        if (!checkChild(matching, value[key], key, run)) passed = false;
      }
      if (!known && rest !== undefined && !checkChild(rest, value[key], key, run)) passed = false;
      if (!passed && isDone(run)) return false;
    }
    return passed;
  };
}

/** Names the known properties and the one that was probably meant, so that a misspelt one can be corrected. */
function refuseProperty(site: Site): Check {
  const names = Object.keys(readObject(site, "properties"));
  return (value, run) => {
    if (run.report === undefined) return false;
    const name = run.report.path.at(-1);
    const expected = names.length === 0 ? "no such property" : `only the properties ${listValues(names)}`;
    return fail(
      run,
      "additionalProperties",
      expected,
      value,
      name === undefined ? undefined : guess(String(name), names),
    );
  };
}

function guess(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? quote(name) : `${quote(name)} (did you mean ${quote(nearest)}?)`;
}
