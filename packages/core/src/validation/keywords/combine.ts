import { type Check, allOf as every, fail, pass, passes } from "../check.js";
import { createUnionReporter } from "../report-union.js";
import { invalid, type Keyword, readArray, type Site } from "../site.js";

/** `allOf` */
export const allOf: Keyword = (site) => every(readBranches(site, "allOf"));

/** `anyOf` */
export const anyOf: Keyword = (site) => {
  const branches = readBranches(site, "anyOf");
  const reportUnion = createUnionReporter(site, "anyOf", branches);
  return (value, run) => {
    for (const branch of branches) if (passes(branch, value, run)) return true;
    return run.report === undefined ? false : reportUnion(value, run, run.report);
  };
};

/** `oneOf` */
export const oneOf: Keyword = (site) => {
  const branches = readBranches(site, "oneOf");
  const reportUnion = createUnionReporter(site, "oneOf", branches);
  return (value, run) => {
    let first = -1;
    for (const [index, branch] of branches.entries()) {
      if (!passes(branch, value, run)) continue;
      if (first >= 0) {
        const got = `one that matches both ${first + 1} and ${index + 1}`;
        return fail(run, "oneOf", `a value that matches exactly one of ${branches.length} forms`, value, got);
      }
      first = index;
    }
    if (first >= 0) return true;
    return run.report === undefined ? false : reportUnion(value, run, run.report);
  };
};

/** `not` */
export const not: Keyword = (site) => {
  const { not: excluded } = site.schema;
  const check = site.inPlace(excluded, ["not"]);
  // The compiler writes this for a property that must be absent, such as `b?: never`.
  const isAnything = typeof excluded === "object" && excluded !== null && Object.keys(excluded).length === 0;
  const expected = isAnything ? "no value here, given the other properties" : 'anything but what "not" excludes';
  return (value, run) => !passes(check, value, run) || fail(run, "not", expected, value);
};

/** `if`, `then`, `else` */
export const conditional: Keyword = (site) => {
  const { schema } = site;
  const read = (keyword: string): Check =>
    schema[keyword] === undefined ? pass : site.inPlace(schema[keyword], [keyword]);
  const condition = read("if");
  const consequence = read("then");
  const alternative = read("else");
  if (schema.if === undefined) return undefined;
  return (value, run) => (passes(condition, value, run) ? consequence : alternative)(value, run);
};

function readBranches(site: Site, keyword: string): readonly Check[] {
  const schemas = readArray(site, keyword);
  if (schemas.length === 0) throw invalid(site, keyword, "an array of at least one schema");
  return schemas.map((schema, index) => site.inPlace(schema, [keyword, index]));
}
