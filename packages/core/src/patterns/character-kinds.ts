import { type CharacterSet, LAST_CODE } from "./character-set.js";
import { TooMuchWorkError, type WorkBudget } from "./work-budget.js";

/**
 * The kinds of characters that the positions of a pattern take. No set of the pattern tells characters of one kind apart, so two
 * positions can take the same character if they have a kind in common.
 */
export class CharacterKinds {
  /** The number of each position's set. */
  readonly #sets: readonly number[];
  /** The kinds in each set, as bits. */
  readonly #kinds: readonly bigint[];
  /** Whether two sets have a kind in common, once it is known. */
  readonly #overlaps: (boolean | undefined)[] = [];

  /** @throws TooMuchWorkError */
  constructor(sets: readonly CharacterSet[], budget: WorkBudget) {
    const numbers = new Map<string, number>();
    const distinct: CharacterSet[] = [];
    this.#sets = sets.map((set) => {
      const key = JSON.stringify(set);
      const number = numbers.get(key) ?? distinct.push(set) - 1;
      numbers.set(key, number);
      return number;
    });
    this.#kinds = divide(distinct, budget);
  }

  /** The kinds that a position takes, as bits. */
  at(position: number): bigint {
    return this.#kinds[this.#sets[position] ?? 0] ?? 0n;
  }

  /** Whether two positions can take the same character. */
  overlap(one: number, other: number): boolean {
    const at = (this.#sets[one] ?? 0) * this.#kinds.length + (this.#sets[other] ?? 0);
    const known = this.#overlaps[at] ?? (this.at(one) & this.at(other)) !== 0n;
    this.#overlaps[at] = known;
    return known;
  }

  /** Whether three positions can take the same character. */
  overlapAll(one: number, other: number, third: number): boolean {
    if (!this.overlap(one, other) || !this.overlap(one, third) || !this.overlap(other, third)) return false;
    return (this.at(one) & this.at(other) & this.at(third)) !== 0n;
  }
}

/**
 * Divides all characters into kinds, and finds those in each set. Which characters have two Unicode properties at once cannot be
 * known quickly: all combinations are assumed to exist, except in ASCII and between categories.
 */
function divide(sets: readonly CharacterSet[], budget: WorkBudget): readonly bigint[] {
  const names = [...new Set(sets.flatMap(({ properties }) => properties.map(({ name }) => name)))];
  const tests = names.map((name) => new RegExp(`\\p{${name}}`, "u"));
  const combinations = combinationsOf(names);
  const propertiesOf = (code: number) =>
    code < ASCII_END ? [names.filter((_, index) => tests[index]?.test(String.fromCharCode(code)))] : combinations;
  const edges = new Set([0, ...sets.flatMap(edgesOf), ...(names.length > 0 ? ASCII_EDGES : [])]);
  const kinds = sets.map(() => 0n);
  const known = new Set<string>();
  for (const code of edges) {
    for (const properties of propertiesOf(code)) {
      budget.spend(sets.length);
      const containing: number[] = [];
      for (const [number, set] of sets.entries()) if (contains(set, code, properties)) containing.push(number);
      const kind = containing.join();
      if (known.has(kind)) continue;
      const bit = 1n << BigInt(known.size);
      known.add(kind);
      for (const number of containing) kinds[number] = (kinds[number] ?? 0n) | bit;
    }
  }
  return kinds;
}

const ASCII_END = 0x80;
const ASCII_EDGES: readonly number[] = Array.from({ length: ASCII_END + 1 }, (_, code) => code);

/** The codes at which the answer to what a set contains may change. */
function edgesOf({ ranges }: CharacterSet): readonly number[] {
  return ranges.flatMap(([first, last]) => (last < LAST_CODE ? [first, last + 1] : [first]));
}

function contains({ ranges, properties, isNegated }: CharacterSet, code: number, having: readonly string[]): boolean {
  const isListed =
    ranges.some(([first, last]) => first <= code && code <= last) ||
    properties.some(({ name, isNegated }) => having.includes(name) !== isNegated);
  return isListed !== isNegated;
}

/** The sets of properties that a character may have. */
function combinationsOf(names: readonly string[]): readonly (readonly string[])[] {
  let all: (readonly string[])[] = [[]];
  for (const name of names) {
    const more = all.filter((having) => !having.some((other) => excludes(name, other)));
    all = [...all, ...more.map((having) => [...having, name])];
    if (all.length > MAX_COMBINATIONS) throw new TooMuchWorkError("The pattern has too many properties.");
  }
  return all.filter((having) =>
    having.every((one) => names.every((other) => having.includes(other) || !implies(one, other))),
  );
}

const MAX_COMBINATIONS = 64;

/** The short names of general categories, of which a character has one with two letters. */
const CATEGORY = /^[A-Z][a-z]?$/;

function implies(one: string, other: string): boolean {
  return CATEGORY.test(one) && other === one.slice(0, 1) && one !== other;
}

function excludes(one: string, other: string): boolean {
  if (!CATEGORY.test(one) || !CATEGORY.test(other)) return false;
  return one[0] !== other[0] || (one.length === other.length && one !== other);
}
