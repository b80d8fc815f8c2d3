import { type CharacterSet, EVERYTHING, isEverything } from "./character-set.js";
import { FEW, isCounted, measurePattern } from "./measure-pattern.js";
import type { PatternNode, PatternRepetition } from "./pattern-node.js";
import { kindsOf } from "./kinds-of.js";
import type { WorkBudget } from "./work-budget.js";

/**
 * How an engine can go through a pattern, character by character. Its states are positions: the characters of the pattern, in
 * their order. What the engine does between two characters, such as to begin or end a repetition, is counted, not modelled.
 */
export interface PatternAutomaton {
  /** The positions where a match can begin. */
  readonly start: readonly Step[];
  /** The positions that can follow each position. */
  readonly next: readonly (readonly Step[])[];
  /** All positions, each after those that lead to it, except around a loop. */
  readonly order: readonly number[];
  /** The outermost loop around each position. */
  readonly loops: readonly (PatternLoop | undefined)[];
  /** The characters of each position: a bit for each kind of character that the pattern tells apart. */
  readonly kinds: readonly bigint[];
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
 * assertions are always true, and lookaheads are branches that end. Lookbehinds must be short enough to be ignored.
 *
 * @throws TooMuchWorkError
 */
export function createAutomaton(pattern: PatternNode, counts: Counts, budget: WorkBudget): PatternAutomaton {
  const sets: CharacterSet[] = [];
  const loops: (PatternLoop | undefined)[] = [];
  const next: Map<number, number>[] = [];
  /** The positions by the number of lookaheads around them. Lookaheads lead to nothing outside. */
  const byDepth: number[][] = [[]];
  let depth = 0;
  let loop: PatternLoop | undefined;
  let idleWays = 1;

  const before = isAnchored(pattern) ? NOTHING : optional(repeatAll(undefined, () => character(EVERYTHING)));
  const { first: start } = sequence([before, build(pattern, "any")]);
  const steps = next.map((targets) => [...targets]);
  return { start, next: steps, order: byDepth.flat(), loops, kinds: kindsOf(sets, budget), idleWays };

  function build(node: PatternNode, tail: Tail): Fragment {
    switch (node.kind) {
      case "character":
        return character(node.set);
      case "place":
      case "reference":
        return NOTHING;
      case "sequence":
        return sequence(node.parts.map((part, index) => build(part, tailOf(node.parts, index, tail))));
      case "choice":
        return choice(node.options.map((option) => build(option, tail)));
      case "look":
        return node.isBehind ? NOTHING : aside(() => build(node.body, "any"));
      case "repetition":
        return repetition(node, tail);
    }
  }

  function character(set: CharacterSet): Fragment {
    budget.spend(1);
    const position = sets.push(set) - 1;
    loops.push(loop);
    loop?.positions.push(position);
    byDepth[depth]?.push(position);
    next.push(new Map());
    const steps: readonly Step[] = [[position, 1]];
    return { first: steps, last: steps, empty: 0 };
  }

  function sequence(parts: readonly Fragment[]): Fragment {
    return parts.reduce((one, other) => {
      connect(one.last, other.first);
      return noteIdle({
        first: [...one.first, ...times(other.first, one.empty)],
        last: [...times(one.last, other.empty), ...other.last],
        empty: one.empty * other.empty,
      });
    }, NOTHING);
  }

  function choice(options: readonly Fragment[]): Fragment {
    return noteIdle({
      first: options.flatMap(({ first }) => first),
      last: options.flatMap(({ last }) => last),
      empty: options.reduce((sum, { empty }) => sum + empty, 0),
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
    return { first, last: [], empty: 1 };
  }

  function repetition(node: PatternRepetition, tail: Tail): Fragment {
    const { body } = node;
    const once = () => build(body, "none");
    const measure = measurePattern(body);
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
    const { first, last, empty } = once();
    loop = around;
    connect(last, first);
    return noteIdle({ first: times(first, 1 + empty), last, empty });
  }

  function optional({ first, last }: Fragment): Fragment {
    return { first, last, empty: 1 };
  }

  function copies(count: number, once: () => Fragment): Fragment[] {
    return Array.from({ length: Math.max(count, 0) }, once);
  }

  function connect(from: readonly Step[], to: readonly Step[]): void {
    budget.spend(from.length * to.length);
    for (const [position, ways] of from) {
      const steps = next[position] as Map<number, number>;
      for (const [target, more] of to) steps.set(target, (steps.get(target) ?? 0) + ways * more);
    }
  }

  function times(steps: readonly Step[], ways: number): readonly Step[] {
    budget.spend(steps.length);
    if (ways === 0) return [];
    return ways === 1 ? steps : steps.map(([position, own]): Step => [position, own * ways]);
  }

  function noteIdle(fragment: Fragment): Fragment {
    idleWays = Math.max(idleWays, fragment.empty);
    return fragment;
  }
}

/** A part of the automaton. */
interface Fragment {
  readonly first: readonly Step[];
  readonly last: readonly Step[];
  /** The number of ways through it without a character. */
  readonly empty: number;
}

const NOTHING: Fragment = { first: [], last: [], empty: 1 };

/** What may follow a part: something that can fail; nothing at all; or only the end of the text. */
type Tail = "none" | "any" | "everything";

function tailOf(parts: readonly PatternNode[], index: number, tail: Tail): Tail {
  const rest = parts.slice(index + 1);
  if (tail === "none" || !rest.every(isEnd)) return "none";
  return rest.length > 0 ? "everything" : tail;
}

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
