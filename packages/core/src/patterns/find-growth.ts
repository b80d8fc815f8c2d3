import type { PatternAutomaton, PatternLoop, Step } from "./pattern-automaton.js";
import type { WorkBudget } from "./work-budget.js";

/** How the time for a failing match grows with the length of the text. */
export interface Growth {
  /** The exponent of the length; `Infinity` for exponential time. */
  readonly degree: number;
  /** The loops that can share the same text, in their order. */
  readonly loops: readonly PatternLoop[];
}

/**
 * Finds how long an engine that backtracks may take. It follows the theory of ambiguity of automata (Weber and Seidl 1991;
 * Weideman et al. 2016). A loop with two ways around over the same text takes exponential time. Otherwise, the exponent is one
 * more than the number of times that a loop can end, and the next begin, anywhere in a text that both repeat.
 *
 * Whether the pattern can fail after its loops is not considered.
 *
 * @throws TooMuchWorkError
 */
export function findGrowth(automaton: PatternAutomaton, budget: WorkBudget): Growth {
  const loops = [...new Set(automaton.loops)];
  const ambiguous = loops.find((loop) => loop !== undefined && isAmbiguous(loop, automaton, budget));
  return ambiguous ? { degree: Infinity, loops: [ambiguous] } : findChain(automaton, budget);
}

/** Whether there are two ways around a loop over the same text. */
function isAmbiguous(loop: PatternLoop, automaton: PatternAutomaton, budget: WorkBudget): boolean {
  const { kinds } = automaton;
  const inside = stepsInside(loop, automaton);
  const pairs = new Pairs(kinds.length);
  // The positions that one text can lead to, from one position.
  for (const from of loop.positions) pairs.add(from, from);
  for (const [one, other] of pairs) {
    const [steps, others] = [inside.get(one) ?? [], inside.get(other) ?? []];
    budget.spend(1 + steps.length * others.length);
    for (const [target, ways] of steps) {
      if (one === other && ways > 1) return true;
      for (const [otherTarget] of others) {
        if (target === otherTarget && one !== other) return true;
        // The order of a pair does not matter.
        if (!overlap(kinds[target], kinds[otherTarget])) continue;
        pairs.add(Math.min(target, otherTarget), Math.max(target, otherTarget));
      }
    }
  }
  return false;
}

/** Finds the longest chain of loops. Between two that share a text, there may be others that share none with them. */
function findChain(automaton: PatternAutomaton, budget: WorkBudget): Growth {
  const { order, next, loops } = automaton;
  const chains = new Map<PatternLoop, Growth>();
  const before: Growth[] = next.map(() => ({ degree: 0, loops: [] }));
  let longest: Growth = { degree: 0, loops: [] };
  for (const position of order) {
    const loop = loops[position];
    const chain = loop === undefined ? before[position] : (chains.get(loop) ?? chainAt(loop));
    if (chain === undefined) continue;
    if (loop !== undefined) chains.set(loop, chain);
    longest = longer(longest, chain);
    for (const [target] of next[position] ?? []) before[target] = longer(before[target] ?? chain, chain);
  }
  return longest;

  function chainAt(loop: PatternLoop): Growth {
    const alone: Growth = { degree: 1, loops: [loop] };
    let chain = loop.positions.map((position) => before[position] ?? alone).reduce(longer, alone);
    // Longest first, so that most pairs need not be compared.
    for (const [earlier, { degree, loops }] of [...chains].sort(([, one], [, other]) => other.degree - one.degree)) {
      if (degree < chain.degree || !canShare(earlier, loop, automaton, budget)) continue;
      chain = { degree: degree + 1, loops: [...(loops.at(-1) === earlier ? loops : [...loops, earlier]), loop] };
    }
    return chain;
  }
}

function longer(one: Growth, other: Growth): Growth {
  return other.degree > one.degree ? other : one;
}

/** Whether some text goes around both loops, and also leads from a place in the first one to that in the other. */
function canShare(one: PatternLoop, other: PatternLoop, automaton: PatternAutomaton, budget: WorkBudget): boolean {
  const { next, kinds } = automaton;
  const rounds = commonRounds(one, other, automaton, budget);
  const size = kinds.length;
  const seen = new Set<number>();
  const open: [pair: number, middle: number][] = [...rounds.keys()].map((pair) => [pair, Math.floor(pair / size)]);
  for (let place = open.pop(); place; place = open.pop()) {
    const [pair, middle] = place;
    const pairs = rounds.get(pair) ?? [];
    const steps = next[middle] ?? [];
    budget.spend(1 + pairs.length * steps.length);
    for (const target of pairs) {
      const [first, last] = [Math.floor(target / size), target % size];
      for (const [position] of steps) {
        if (position === last) return true;
        const common = (kinds[first] as bigint) & (kinds[last] as bigint) & (kinds[position] as bigint);
        const key = target * size + position;
        if (common === 0n || seen.has(key)) continue;
        seen.add(key);
        open.push([target, position]);
      }
    }
  }
  return false;
}

/**
 * The pairs of positions that some text leads to again and again, one in each loop, with the pairs that can follow each. A pair
 * is a number.
 */
function commonRounds(
  one: PatternLoop,
  other: PatternLoop,
  automaton: PatternAutomaton,
  budget: WorkBudget,
): ReadonlyMap<number, readonly number[]> {
  const { kinds } = automaton;
  const size = kinds.length;
  const [inOne, inOther] = [stepsInside(one, automaton), stepsInside(other, automaton)];
  let rounds = new Map<number, readonly number[]>();
  budget.spend(inOne.size * inOther.size);
  for (const [first, steps] of inOne) {
    for (const [last, others] of inOther) {
      if (!overlap(kinds[first], kinds[last])) continue;
      budget.spend(steps.length * others.length);
      const targets = steps.flatMap(([target]) =>
        others.filter(([other]) => overlap(kinds[target], kinds[other])).map(([other]) => target * size + other),
      );
      rounds.set(first * size + last, targets);
    }
  }
  // Without the pairs that lead nowhere, and those that nothing leads to.
  for (let before = -1; before !== rounds.size; ) {
    before = rounds.size;
    const reached = new Set([...rounds.values()].flat());
    const kept = [...rounds].filter(([pair, targets]) => targets.length > 0 && reached.has(pair));
    const among = new Map(kept);
    rounds = new Map(kept.map(([pair, targets]) => [pair, targets.filter((target) => among.has(target))]));
    budget.spend(before);
  }
  return rounds;
}

/** The steps from each position of a loop that stay in it. */
function stepsInside(loop: PatternLoop, { next, loops }: PatternAutomaton): ReadonlyMap<number, readonly Step[]> {
  return new Map(
    loop.positions.map((from) => [from, (next[from] ?? []).filter(([target]) => loops[target] === loop)]),
  );
}

function overlap(one: bigint | undefined, other: bigint | undefined): boolean {
  return one !== undefined && other !== undefined && (one & other) !== 0n;
}

/** A growing set of pairs of positions. Whoever goes through it also gets the pairs that were added meanwhile. */
class Pairs {
  readonly #size: number;
  readonly #pairs = new Set<number>();

  constructor(size: number) {
    this.#size = size;
  }

  add(one: number, other: number): void {
    this.#pairs.add(one * this.#size + other);
  }

  *[Symbol.iterator](): Generator<readonly [number, number]> {
    for (const pair of this.#pairs) yield [Math.floor(pair / this.#size), pair % this.#size];
  }
}
