import { checkChild, fail, type Run } from "../check.js";
import { count } from "../describe-value.js";
import { type Keyword, readCount } from "../site.js";

/** `contains`, `minContains`, `maxContains` */
export const contains: Keyword = (site) => {
  const { schema } = site;
  const least = schema.minContains === undefined ? 1 : readCount(site, "minContains");
  const most = schema.maxContains === undefined ? Number.POSITIVE_INFINITY : readCount(site, "maxContains");
  if (schema.contains === undefined) return undefined;
  const check = site.child(schema.contains, ["contains"]);
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    const matching = countMatching(value, run);
    const got = `${matching}`;
    return (
      (matching >= least ||
        fail(run, "contains", `at least ${count(least, "item")} matching "contains"`, value, got)) &&
      (matching <= most || fail(run, "maxContains", `at most ${count(most, "item")} matching "contains"`, value, got))
    );
  };

  function countMatching(value: readonly unknown[], run: Run): number {
    const { report } = run;
    run.report = undefined;
    let matching = 0;
    for (const [index, item] of value.entries()) if (checkChild(check, item, index, run)) matching += 1;
    run.report = report;
    return matching;
  }
};
