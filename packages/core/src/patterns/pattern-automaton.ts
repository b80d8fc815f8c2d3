import { CharacterKinds } from "./character-kinds.js";
import { type CharacterSet, EVERYTHING, isEverything } from "./character-set.js";
import { FEW, isCounted, measurePattern, type PatternMeasure } from "./measure-pattern.js";
import type { PatternNode, PatternRepetition } from "./pattern-node.js";
import type { WorkBudget } from "./work-budget.js";

/**
 * How an engine can go through a pattern, character by character. Its states are positions: the characters of the pattern, in
 * their order. What the engine does between two characters, such as to begin or end a repetition, is counted, not modelled.
 */
export interface PatternAutomaton {
  /** The positions where a match can begin. */
  readonly start: readonly Step[];
  /** The positions that can follow each position. Where the same can follow, it is the same array. */
  readonly next: readonly (readonly Step[])[];
  /** All positions, each after those that lead to it, except around a loop. */
  readonly order: readonly number[];
  /** The outermost loop around each position. */
  readonly loops: readonly (PatternLoop | undefined)[];
  readonly kinds: CharacterKinds;
  /** The most ways through a part that match nothing. */
  readonly idleWays: number;
}

/** A step to a position, with the number of ways to make it. */
export type Step = readonly [position: number, ways: number];

/** A repetition without limit that is in no other, with its positions. */
export interface PatternLoop {
  /** `undefined` for the loop over the text before a match. */
  readonly repetition: PatternRepetition | undefined;
  readonly positions: number[];
}

/** How counted repetitions are modelled: as if they were unbounded, or with a few rounds at most. */
export type Counts = "loose" | "tight";

/**
 * Makes the automaton of a pattern. It has at least the paths that an engine can take, and leaves out where it never goes back:
 * `^` and `\b` are always true, and lookaheads are branches that end. Lookbehinds must be short enough to be ignored.
 *
 * @throws TooMuchWorkError
 */
export function createAutomaton(pattern: PatternNode, counts: Counts, budget: WorkBudget): PatternAutomaton {
  const sets: CharacterSet[] = [];
  const loops: (PatternLoop | undefined)[] = [];
  const next: (readonly Step[])[][] = [];
  /** The positions by the number of lookaheads around them. Lookaheads lead to nothing outside. */
  const byDepth: number[][] = [[]];
  const measures = new Map<PatternNode, PatternMeasure>();
  let depth = 0;
  let loop: PatternLoop | undefined;
  let idleWays = 1;

  const before = isAnchored(pattern) ? NOTHING : optional(repeatAll(undefined, () => character(EVERYTHING)));
  const { first: start } = sequence([before, build(pattern, "any")]);
  return {
    start,
    next: mergeSteps(next, budget),
    order: byDepth.flat(),
    loops,
    kinds: new CharacterKinds(sets, budget),
    idleWays,
  };

  function build(node: PatternNode, tail: Tail): Fragment {
    // Also for parts without any characters, which can be copied just as often.
    budget.spend(5);
    switch (node.kind) {
      case "character":
        return character(node.set);
      case "place":
        return node.at === "end" ? END : NOTHING;
      case "reference":
        return NOTHING;
      case "sequence":
        return sequence(buildAll(node.parts, tail));
      case "choice":
        return choice(node.options.map((option) => build(option, tail)));
      case "look":
        return node.isBehind ? NOTHING : aside(() => build(node.body, "none"));
      case "repetition":
        return repetition(node, tail);
    }
  }

  function buildAll(parts: readonly PatternNode[], tail: Tail): readonly Fragment[] {
    const last = parts.findLastIndex((part) => !isEnd(part));
    const tailOfLast = tail === "none" || last === parts.length - 1 ? tail : "everything";
    return parts.map((part, index) => build(part, index === last ? tailOfLast : "none"));
  }

  function character(set: CharacterSet): Fragment {
    const position = sets.push(set) - 1;
    loops.push(loop);
    loop?.positions.push(position);
    byDepth[depth]?.push(position);
    next.push([]);
    const steps: readonly Step[] = [[position, 1]];
    return { first: steps, last: steps, empty: 0, ends: 0 };
  }

  function sequence(parts: readonly Fragment[]): Fragment {
    return parts.reduce((one, other) => {
      connect(one.last, other.first);
      return noteIdle({
        first: [...one.first, ...times(other.first, one.empty)],
        last: [...times(one.last, other.empty), ...other.last],
        empty: one.empty * other.empty,
        ends: one.ends * other.ends,
      });
    }, NOTHING);
  }

  function choice(options: readonly Fragment[]): Fragment {
    return noteIdle({
      first: options.flatMap(({ first }) => first),
      last: options.flatMap(({ last }) => last),
      empty: options.reduce((sum, { empty }) => sum + empty, 0),
      ends: options.reduce((sum, { ends }) => sum + ends, 0),
    });
  }

  /** A branch that the engine tries, and then goes on from where it began. */
  function aside(make: () => Fragment): Fragment {
    const around = loop;
    loop = undefined;
    depth += 1;
    byDepth[depth] ??= [];
    const { first } = make();
    depth -= 1;
    loop = around;
    return { ...NOTHING, first };
  }

  function repetition(node: PatternRepetition, tail: Tail): Fragment {
    const { body } = node;
    const once = () => build(body, node.max === 1 ? tail : "none");
    const measure = measures.get(node) ?? measurePattern(body);
    measures.set(node, measure);
    let { min, max } = node;
    if (max > min && min <= FEW && body.kind === "character" && takes(tail, body.set)) {
      // At the end of the pattern, the engine never comes back to take fewer.
      return sequence([...copies(min, once), optional(once())]);
    }
    if (isCounted(node, measure)) {
      if (counts === "loose") [min, max] = [Math.min(min, 1), Infinity];
      else [min, max] = [Math.min(min, FEW), Math.min(max, FEW)];
    }
    if (max === Infinity) {
      // Rounds that match nothing are allowed until there are enough.
      const before = measure.isEmpty ? copies(Math.min(min, FEW) - 1, once) : [];
      const rest = repeatAll(node, once);
      return sequence([...before, min === 0 ? optional(rest) : rest]);
    }
    const rounds = copies(max, once);
    const further = rounds.slice(min).reduceRight((rest, round) => optional(sequence([round, rest])), NOTHING);
    return sequence([...rounds.slice(0, min), further]);
  }

  /** One round or more. */
  function repeatAll(repetition: PatternRepetition | undefined, once: () => Fragment): Fragment {
    const around = loop;
    loop ??= { repetition, positions: [] };
    const { first, last, empty, ends } = once();
    loop = around;
    connect(last, first);
    return noteIdle({ first: times(first, 1 + empty), last, empty, ends });
  }

  function optional({ first, last }: Fragment): Fragment {
    return { ...NOTHING, first, last };
  }

  function copies(count: number, once: () => Fragment): Fragment[] {
    return Array.from({ length: Math.max(count, 0) }, once);
  }

  function connect(from: readonly Step[], to: readonly Step[]): void {
    budget.spend(from.length);
    if (to.length > 0) for (const [position, ways] of from) next[position]?.push(times(to, ways));
  }

  function times(steps: readonly Step[], ways: number): readonly Step[] {
    budget.spend(steps.length);
    if (ways === 0) return [];
    return ways === 1 ? steps : steps.map(([position, own]): Step => [position, own * ways]);
  }

  function noteIdle(fragment: Fragment): Fragment {
    idleWays = Math.max(idleWays, fragment.ends);
    return fragment;
  }
}

/** Joins the steps from each position, and shares them between the positions from which the same steps lead. */
function mergeSteps(next: readonly (readonly (readonly Step[])[])[], budget: WorkBudget): readonly (readonly Step[])[] {
  const numbers = new Map<readonly Step[], number>();
  const merged = new Map<string, readonly Step[]>();
  return next.map((lists) => {
    const key = lists
      .map((list) => {
        const number = numbers.get(list) ?? numbers.size;
        numbers.set(list, number);
        return number;
      })
      .join();
    const known = merged.get(key);
    if (known !== undefined) return known;
    const ways = new Map<number, number>();
    for (const list of lists) {
      budget.spend(list.length);
      for (const [position, more] of list) ways.set(position, (ways.get(position) ?? 0) + more);
    }
    const steps = [...ways];
    merged.set(key, steps);
    return steps;
  });
}

/** A part of the automaton. */
interface Fragment {
  readonly first: readonly Step[];
  readonly last: readonly Step[];
  /** The number of ways through it without a character. */
  readonly empty: number;
  /** The same at the end of the text, where `$` is true. */
  readonly ends: number;
}

const NOTHING: Fragment = { first: [], last: [], empty: 1, ends: 1 };

/** `$`, after which there are no more characters. */
const END: Fragment = { first: [], last: [], empty: 0, ends: 1 };

/** What may follow a part: something that can fail; nothing at all; or only the end of the text. */
type Tail = "none" | "any" | "everything";

function isEnd(node: PatternNode): boolean {
  return node.kind === "place" && node.at === "end";
}

function takes(tail: Tail, set: CharacterSet): boolean {
  return tail === "any" || (tail === "everything" && isEverything(set));
}

/** Whether a pattern can match only at the start of a text. */
function isAnchored(node: PatternNode): boolean {
  switch (node.kind) {
    case "place":
      return node.at === "start";
    case "sequence": {
      const first = node.parts.find(({ kind }) => kind !== "look");
      return first !== undefined && isAnchored(first);
    }
    case "choice":
      return node.options.every(isAnchored);
    case "repetition":
      return node.min > 0 && isAnchored(node.body);
    default:
      return false;
  }
}
