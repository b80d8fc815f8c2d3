import { type Check, passes, type Run } from "../validation/check.js";
import { hasProperty, isObject } from "../validation/is-object.js";
import type { Transform } from "./transform.js";

/** A branch of a union, as decoding needs it. */
export interface UnionBranch {
  readonly check: Check;
  /** `undefined` when the branch is plain JSON. */
  readonly transform: Transform | undefined;
  /** The properties that its type declares. */
  readonly declared: ReadonlySet<string>;
}

/**
 * Decodes with the branch that declares most of the value's properties, whatever the order of the branches. Among those
 * that declare equally many a plain one wins: its value is what the type says in any case.
 */
export function transformUnion(branches: readonly UnionBranch[]): Transform {
  const [plain, coded] = [branches.filter(isPlain), branches.filter((branch) => !isPlain(branch))];
  const ordered = [...plain, ...coded];
  return (value, run) => {
    const branch = isObject(value) ? findClosest(ordered, value, run) : findFirst(ordered, value, run);
    return branch?.transform === undefined ? value : branch.transform(value, run);
  };
}

function isPlain({ transform }: UnionBranch): boolean {
  return transform === undefined;
}

function findFirst(branches: readonly UnionBranch[], value: unknown, run: Run): UnionBranch | undefined {
  return branches.find(({ check }) => passes(check, value, run));
}

function findClosest(branches: readonly UnionBranch[], value: object, run: Run): UnionBranch | undefined {
  let closest: UnionBranch | undefined;
  let most = -1;
  for (const branch of branches) {
    const declares = countDeclared(branch, value);
    if (declares <= most || !passes(branch.check, value, run)) continue;
    closest = branch;
    most = declares;
  }
  return closest;
}

function countDeclared({ declared }: UnionBranch, value: object): number {
  let count = 0;
  for (const key of declared) if (hasProperty(value, key)) count += 1;
  return count;
}
