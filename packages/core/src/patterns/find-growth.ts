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
  return new GrowthFinder(automaton, budget).find();
}

/** The steps between the positions of a loop. Where the same steps lead from positions, it is the same array. */
type StepsInside = ReadonlyMap<number, readonly Step[]>;

class GrowthFinder {
  readonly #automaton: PatternAutomaton;
  readonly #budget: WorkBudget;
  readonly #steps = new Map<PatternLoop, StepsInside>();

  constructor(automaton: PatternAutomaton, budget: WorkBudget) {
    this.#automaton = automaton;
    this.#budget = budget;
  }

  find(): Growth {
    const loops = [...new Set(this.#automaton.loops)];
    const ambiguous = loops.find((loop) => loop !== undefined && this.#isAmbiguous(loop));
    return ambiguous ? { degree: Infinity, loops: [ambiguous] } : this.#findChain();
  }

  /** Whether there are two ways around a loop over the same text. */
  #isAmbiguous(loop: PatternLoop): boolean {
    const { kinds } = this.#automaton;
    const inside = this.#stepsInside(loop);
    // The positions that one text can lead to, from one position.
    const open: [number, number][] = loop.positions.map((from) => [from, from]);
    const seen = new Set<number>();
    const numbers = new Map([...new Set(inside.values())].map((steps, number) => [steps, number]));
    for (let pair = open.pop(); pair; pair = open.pop()) {
      const [one, other] = pair;
      const isSame = one === other;
      const [steps, others] = [inside.get(one) ?? [], inside.get(other) ?? []];
      // Positions from which the same steps lead need not be looked at again.
      const [first, second] = [numbers.get(steps) ?? 0, numbers.get(others) ?? 0];
      const key = (Math.min(first, second) * numbers.size + Math.max(first, second)) * 2 + (isSame ? 1 : 0);
      if (seen.has(key)) continue;
      seen.add(key);
      this.#budget.spend(1 + steps.length * others.length);
      for (const [target, ways] of steps) {
        if (isSame && ways > 1) return true;
        for (const [otherTarget] of others) {
          if (target === otherTarget) {
            if (!isSame) return true;
          } else if (!(isSame && target > otherTarget) && kinds.overlap(target, otherTarget)) {
            open.push([target, otherTarget]);
          }
        }
      }
    }
    return false;
  }

  /** Finds the longest chain of loops. Between two that share a text, there may be others that share none with them. */
  #findChain(): Growth {
    const { order, next, loops } = this.#automaton;
    const chains = new Map<PatternLoop, Growth>();
    const before: Growth[] = next.map(() => NONE);
    let longest = NONE;
    for (const position of order) {
      const loop = loops[position];
      let chain = before[position] ?? NONE;
      if (loop !== undefined) {
        chain =
          chains.get(loop) ??
          this.#chainAt(loop, loop.positions.map((one) => before[one] ?? NONE).reduce(longer), chains);
        chains.set(loop, chain);
      }
      longest = longer(longest, chain);
      for (const [target] of next[position] ?? []) before[target] = longer(before[target] ?? NONE, chain);
    }
    return longest;
  }

  /** The longest chain that ends with a loop, or before it. */
  #chainAt(loop: PatternLoop, before: Growth, chains: ReadonlyMap<PatternLoop, Growth>): Growth {
    let chain = longer({ degree: 1, loops: [loop] }, before);
    // Longest first, so that most pairs need not be compared.
    const earlier = [...chains].filter(([, { degree }]) => degree >= chain.degree);
    for (const [one, { degree, loops }] of earlier.sort(([, one], [, other]) => other.degree - one.degree)) {
      if (degree < chain.degree || !this.#canShare(one, loop)) continue;
      chain = { degree: degree + 1, loops: [...(loops.at(-1) === one ? loops : [...loops, one]), loop] };
    }
    return chain;
  }

  /** Whether some text goes around both loops, and also leads from a place in the first one to that in the other. */
  #canShare(one: PatternLoop, other: PatternLoop): boolean {
    const { next, kinds } = this.#automaton;
    this.#budget.spend(20);
    const rounds = this.#commonRounds(one, other);
    const size = next.length;
    const seen = new Set<number>();
    const open: [pair: number, middle: number][] = [...rounds.keys()].map((pair) => [pair, Math.floor(pair / size)]);
    for (let place = open.pop(); place; place = open.pop()) {
      const [pair, middle] = place;
      const pairs = rounds.get(pair) ?? [];
      const steps = next[middle] ?? [];
      this.#budget.spend(1 + pairs.length * steps.length);
      for (const target of pairs) {
        const [first, last] = [Math.floor(target / size), target % size];
        for (const [position] of steps) {
          if (position === last) return true;
          const key = target * size + position;
          if (seen.has(key) || !kinds.overlapAll(first, last, position)) continue;
          seen.add(key);
          open.push([target, position]);
        }
      }
    }
    return false;
  }

  /**
   * The pairs of positions, one in each loop, that some text leads to again and again, with those that can follow each. A pair is
   * a number.
   */
  #commonRounds(one: PatternLoop, other: PatternLoop): ReadonlyMap<number, readonly number[]> {
    const { next, kinds } = this.#automaton;
    const size = next.length;
    let rounds = new Map<number, readonly number[]>();
    for (const [first, steps] of this.#stepsInside(one)) {
      for (const [last, others] of this.#stepsInside(other)) {
        this.#budget.spend(1);
        if (!kinds.overlap(first, last)) continue;
        this.#budget.spend(steps.length * others.length);
        const targets: number[] = [];
        for (const [target] of steps) {
          for (const [other] of others) if (kinds.overlap(target, other)) targets.push(target * size + other);
        }
        rounds.set(first * size + last, targets);
      }
    }
    // Without the pairs that lead nowhere, and those that nothing leads to.
    for (let before = -1; before !== rounds.size; ) {
      before = rounds.size;
      const all = rounds;
      const reached = new Set([...all.values()].flat());
      const kept = [...all].map(([pair, targets]) => [pair, targets.filter((target) => all.has(target))] as const);
      rounds = new Map(kept.filter(([pair, targets]) => targets.length > 0 && reached.has(pair)));
      this.#budget.spend(before);
    }
    return rounds;
  }

  #stepsInside(loop: PatternLoop): StepsInside {
    const known = this.#steps.get(loop);
    if (known !== undefined) return known;
    const { next, loops } = this.#automaton;
    const inside = new Map<readonly Step[] | undefined, readonly Step[]>();
    const steps = new Map<number, readonly Step[]>();
    for (const from of loop.positions) {
      const own = inside.get(next[from]) ?? (next[from] ?? []).filter(([target]) => loops[target] === loop);
      inside.set(next[from], own);
      steps.set(from, own);
    }
    this.#steps.set(loop, steps);
    return steps;
  }
}

const NONE: Growth = { degree: 0, loops: [] };

function longer(one: Growth, other: Growth): Growth {
  return other.degree > one.degree ? other : one;
}
