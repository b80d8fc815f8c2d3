import type { PatternNode, PatternRepetition } from "./pattern-node.js";

/** What the structure of a regular expression says about the cost of matching it. */
export interface PatternMeasure {
  /** The number of ways through its counted repetitions and alternatives; unbounded repetitions count once. */
  readonly ways: number;
  /** The largest number of characters it matches. */
  readonly length: number;
  /** Whether it can match the empty text. */
  readonly isEmpty: boolean;
  /**
   * The number of ways through repetitions whose body may match nothing, as in `(?:a?){30}`. The engine tries them all.
   */
  readonly idleWays: number;
  /** The number of unbounded repetitions; those inside another repetition count twice. */
  readonly endless: number;
}

/** This many rounds of a counted repetition behave like any larger number. */
export const FEW = 8;

/** Measures a part of a pattern. */
export function measurePattern(node: PatternNode): PatternMeasure {
  switch (node.kind) {
    case "character":
    case "reference":
      return { ...NOTHING, length: 1, isEmpty: false };
    case "place":
      return NOTHING;
    case "sequence":
      return node.parts.map(measurePattern).reduce(both, NOTHING);
    case "choice":
      return node.options.map(measurePattern).reduce(either);
    case "look":
      return { ...measurePattern(node.body), length: 0, isEmpty: true };
    case "repetition":
      return repeat(measurePattern(node.body), node);
  }
}

/** Whether a repetition is counted, such as `{1,50}`, and its count matters. */
export function isCounted({ min, max }: PatternRepetition, body: PatternMeasure): boolean {
  return max !== Infinity && max > 1 && (min !== max || body.ways > 1 || max > FEW);
}

const NOTHING: PatternMeasure = { ways: 1, length: 0, isEmpty: true, idleWays: 1, endless: 0 };

function both(one: PatternMeasure, other: PatternMeasure): PatternMeasure {
  return {
    ways: one.ways * other.ways,
    length: one.length + other.length,
    isEmpty: one.isEmpty && other.isEmpty,
    idleWays: Math.max(one.idleWays, other.idleWays),
    endless: one.endless + other.endless,
  };
}

function either(one: PatternMeasure, other: PatternMeasure): PatternMeasure {
  return {
    ...both(one, other),
    ways: one.ways + other.ways,
    length: Math.max(one.length, other.length),
    isEmpty: one.isEmpty || other.isEmpty,
  };
}

function repeat(body: PatternMeasure, { min, max }: PatternRepetition): PatternMeasure {
  const isEndless = max === Infinity;
  return {
    ways: isEndless ? body.ways : sumOfPowers(body.ways, min, max),
    length: body.length === 0 ? 0 : body.length * max,
    isEmpty: min === 0 || body.isEmpty,
    idleWays: body.isEmpty && min > 1 ? body.ways ** min : body.idleWays,
    endless: body.endless * Math.min(max, 2) + (isEndless ? 1 : 0),
  };
}

/** base^min + … + base^max. */
function sumOfPowers(base: number, min: number, max: number): number {
  if (base === 1) return max - min + 1;
  const end = base ** (max + 1);
  return end === Infinity ? Infinity : (end - base ** min) / (base - 1);
}
