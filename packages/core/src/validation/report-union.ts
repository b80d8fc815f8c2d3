import { hasProperty, isObject } from "../values/is-object.js";
import { type Check, fail, findingsOf, type Run } from "./check.js";
import { listValues } from "./describe-value.js";
import type { Finding, Report } from "./report.js";
import type { Site } from "./site.js";
import { type Tags, tagsOf } from "./union-tags.js";

/** Reports why no branch of a union fits, with the findings of the closest branch. */
export type UnionReporter = (value: unknown, run: Run, report: Report) => false;

/** Prepares the report for the `anyOf` or `oneOf` of a schema. */
export function createUnionReporter(site: Site, keyword: string, checks: readonly Check[]): UnionReporter {
  const schemas = site.schema[keyword] as readonly unknown[];
  // Tags are read at the first failure, because a `$ref` may point to a schema that is still being compiled.
  let branches: readonly Branch[] | undefined;
  return (value, run, report) => {
    branches ??= checks.map((check, index) => ({ check, tags: tagsOf(schemas[index], site) }));
    const tagged = byTag(branches, value);
    if ("key" in tagged) return reportTag(tagged, value, run, report);
    if (report.branchesLeft < tagged.candidates.length) {
      return fail(run, keyword, `one of ${checks.length} forms`, value);
    }
    report.branchesLeft -= tagged.candidates.length;
    const attempts = tagged.candidates.map(({ check }) => findingsOf(check, value, run, report));
    const merged = mergeExpectations(attempts, report.path.length);
    if (merged === undefined) report.addAll(closest(attempts, report.path.length));
    else fail(run, keyword, merged, value);
    return false;
  };
}

interface Branch {
  readonly check: Check;
  readonly tags: Tags;
}

interface UnknownTag {
  readonly key: string;
  readonly values: readonly unknown[];
}

/** The branches whose tags fit the value; all branches if there are no tags; or the tag that fits no branch. */
function byTag(branches: readonly Branch[], value: unknown): { readonly candidates: readonly Branch[] } | UnknownTag {
  if (!isObject(value)) return { candidates: branches };
  const fitting = branches.filter(
    ({ tags }) =>
      tags.size > 0 && [...tags].every(([key, values]) => hasProperty(value, key) && values.includes(value[key])),
  );
  if (fitting.length > 0) return { candidates: fitting };
  const [first] = branches.filter(({ tags }) => tags.size > 0);
  const key = [...(first?.tags.keys() ?? [])].find((tag) =>
    branches.every(({ tags }) => tags.size === 0 || tags.has(tag)),
  );
  if (key === undefined || !hasProperty(value, key)) return { candidates: branches };
  const values = [...new Set(branches.flatMap(({ tags }) => [...(tags.get(key) ?? [])]))];
  return values.includes(value[key]) ? { candidates: branches } : { key, values };
}

function reportTag({ key, values }: UnknownTag, value: unknown, run: Run, report: Report): false {
  report.path.push(key);
  fail(run, "enum", `one of ${listValues(values)}`, (value as { readonly [key: string]: unknown })[key]);
  report.path.pop();
  return false;
}

/** Merges expectations to one, such as `string or null`, if each branch wants another kind of value. */
function mergeExpectations(attempts: readonly (readonly Finding[])[], depth: number): string | undefined {
  const expectations = new Set<string>();
  for (const findings of attempts) {
    const [finding] = findings;
    if (finding === undefined || !isWrongKind(finding, depth)) return undefined;
    expectations.add(finding.expected);
  }
  return [...expectations].join(" or ");
}

/** The attempt that accepts the kind of value and has the fewest findings; among equals, the one that got deepest. */
function closest(attempts: readonly (readonly Finding[])[], depth: number): readonly Finding[] {
  const plausible = attempts.filter(([finding]) => finding !== undefined && !isWrongKind(finding, depth));
  const [best] = plausible.sort((one, other) => one.length - other.length || deepest(other) - deepest(one));
  return best ?? [];
}

function isWrongKind({ path, keyword }: Finding, depth: number): boolean {
  return path.length === depth && KIND_KEYWORDS.has(keyword);
}

const KIND_KEYWORDS: ReadonlySet<string> = new Set(["type", "const", "enum", "anyOf", "oneOf", "false"]);

function deepest(findings: readonly Finding[]): number {
  return Math.max(...findings.map(({ path }) => path.length));
}
