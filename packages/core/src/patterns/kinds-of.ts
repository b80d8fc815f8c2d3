import { type CharacterSet, LAST_CODE } from "./character-set.js";
import { TooMuchWorkError, type WorkBudget } from "./work-budget.js";

/**
 * Divides all characters into kinds that no set tells apart. Returns the kinds of each set as bits, so that two sets have a
 * character in common if they have a bit in common.
 *
 * Which characters have two Unicode properties at once cannot be known quickly. All combinations are assumed to exist, except
 * in ASCII and between categories.
 *
 * @throws TooMuchWorkError
 */
export function kindsOf(sets: readonly CharacterSet[], budget: WorkBudget): readonly bigint[] {
  const distinct = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
  const names = [...new Set(distinct.flatMap(({ properties }) => properties.map(({ name }) => name)))];
  if (names.length > MAX_PROPERTIES) throw new TooMuchWorkError("The pattern has too many properties.");
  const tests = names.map((name) => new RegExp(`\\p{${name}}`, "u"));
  const combinations = combinationsOf(names);
  const edges = new Set([0, ...distinct.flatMap(edgesOf), ...(names.length > 0 ? ASCII_EDGES : [])]);

  const members = distinct.map(() => 0n);
  const known = new Set<string>();
  for (const code of edges) {
    const own = () => [names.filter((_, index) => tests[index]?.test(String.fromCharCode(code)))];
    for (const properties of code < ASCII_END ? own() : combinations) {
      budget.spend(distinct.length);
      const containing = [...distinct.keys()].filter((index) => contains(distinct[index], code, properties));
      const kind = containing.join();
      if (known.has(kind)) continue;
      const bit = 1n << BigInt(known.size);
      known.add(kind);
      for (const index of containing) members[index] = (members[index] as bigint) | bit;
    }
  }
  const byKey = new Map(distinct.map((set, index) => [JSON.stringify(set), members[index] as bigint]));
  return sets.map((set) => byKey.get(JSON.stringify(set)) as bigint);
}

const MAX_PROPERTIES = 4;
const ASCII_END = 0x80;
const ASCII_EDGES: readonly number[] = Array.from({ length: ASCII_END + 1 }, (_, code) => code);

/** The codes at which the answer to what a set contains may change. */
function edgesOf({ ranges }: CharacterSet): readonly number[] {
  return ranges.flatMap(([first, last]) => [first, last + 1]).filter((code) => code <= LAST_CODE);
}

function contains(set: CharacterSet | undefined, code: number, having: readonly string[]): boolean {
  if (set === undefined) return false;
  const isListed =
    set.ranges.some(([first, last]) => first <= code && code <= last) ||
    set.properties.some(({ name, isNegated }) => having.includes(name) !== isNegated);
  return isListed !== set.isNegated;
}

/** The sets of properties that a character may have. */
function combinationsOf(names: readonly string[]): readonly (readonly string[])[] {
  const all = names.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
  return all.filter((having) =>
    having.every((one) => names.every((other) => having.includes(other) ? !excludes(one, other) : !implies(one, other))),
  );
}

/** The short names of general categories, of which a character has one with two letters. */
const CATEGORY = /^[A-Z][a-z]?$/;

function implies(one: string, other: string): boolean {
  return CATEGORY.test(one) && other === one.slice(0, 1) && one !== other;
}

function excludes(one: string, other: string): boolean {
  if (!CATEGORY.test(one) || !CATEGORY.test(other)) return false;
  return one[0] !== other[0] || (one.length === other.length && one !== other);
}
