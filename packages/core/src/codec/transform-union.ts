import { type Check, passes, type Run } from "../validation/check.js";
import { hasProperty, isObject } from "../values/is-object.js";
import type { Transform } from "./transform.js";

/** A branch of a union, as decoding needs it. */
export interface UnionBranch {
  readonly check: Check;
  /** `undefined` when the branch is plain JSON. */
  readonly transform: Transform | undefined;
  /** The number of codecs in the branch. */
  readonly codecs: number;
  /** The properties that its type declares, with the number of codecs in each. */
  readonly declared: ReadonlyMap<string, number>;
}

/**
 * Decodes with the branch that declares most of the value's properties, whatever the order of the branches. Among
 * equals, the branch with the fewest codecs wins: plain JSON matches the type in any case.
 */
export function transformUnion(branches: readonly UnionBranch[]): Transform {
  const plainestFirst = [...branches].sort((one, other) => one.codecs - other.codecs);
  return (value, run) => {
    const branch = isObject(value) ? findClosest(branches, value, run) : findFirst(plainestFirst, value, run);
    return branch?.transform === undefined ? value : branch.transform(value, run);
  };
}

function findFirst(branches: readonly UnionBranch[], value: unknown, run: Run): UnionBranch | undefined {
  return branches.find(({ check }) => passes(check, value, run));
}

function findClosest(branches: readonly UnionBranch[], value: object, run: Run): UnionBranch | undefined {
  let closest: UnionBranch | undefined;
  let best: Closeness = { declared: -1, codecs: 0 };
  for (const branch of branches) {
    const closeness = compare(branch, value);
    if (!isCloser(closeness, best) || !passes(branch.check, value, run)) continue;
    closest = branch;
    best = closeness;
  }
  return closest;
}

/** How many properties of an object a branch declares, and how many codecs it has for them. */
interface Closeness {
  readonly declared: number;
  readonly codecs: number;
}

function compare(branch: UnionBranch, value: object): Closeness {
  let declared = 0;
  let codecs = 0;
  for (const [key, own] of branch.declared) {
    if (!hasProperty(value, key)) continue;
    declared += 1;
    codecs += own;
  }
  // The JSON of a Map or an Error is an object, too.
  return { declared, codecs: branch.declared.size === 0 ? branch.codecs : codecs };
}

function isCloser(one: Closeness, other: Closeness): boolean {
  return one.declared === other.declared ? one.codecs < other.codecs : one.declared > other.declared;
}
