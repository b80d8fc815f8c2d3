import { createRequire } from "node:module";
import { FEW, measurePattern, type PatternMeasure } from "./measure-pattern.js";

/** How the time a pattern takes grows with a text that an attacker wrote. */
export interface SlowPattern {
  /** Such as "exponentially" or "with the square of its length"; nothing when there is no telling. */
  readonly growth: string | undefined;
  /** The power of the length; `Infinity` when each character doubles the time. */
  readonly degree: number;
}

/** Steps of a match that a server can afford. */
export const AFFORDABLE = 1e8;

/** Whether matching can take much more than linear time, or cannot be shown not to; nothing for an honest pattern. */
export function slowPattern(source: string): SlowPattern | undefined {
  // One type may stand in a program a thousand times, and each decision can take half a second.
  const known = decided.get(source);
  if (known) return known.verdict;
  const measure = measurePattern(source);
  const verdict = mayBacktrack(source, measure) ? decide(source, measure) : undefined;
  decided.set(source, { verdict });
  return verdict;
}

const decided = new Map<string, { readonly verdict: SlowPattern | undefined }>();

/**
 * One repetition of one character behind an anchor has nowhere to go back to. This spares loading the checker for nearly
 * all patterns.
 */
function mayBacktrack(source: string, { ways, endless }: PatternMeasure): boolean {
  if (ways > AFFORDABLE || endless > 1) return true;
  const plain = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
  return endless === 1 && (!source.startsWith("^") || plain.includes("|") || /\)(?:[*+]|\{\d+,\})/.test(plain));
}

/**
 * Counted repetitions cost the checker the more the higher they count, and never look endless to it, though fifty times
 * fifty is as good as that. So it is asked about the pattern without the counts, and what it finds is weighed by them.
 */
function decide(source: string, measure: PatternMeasure): SlowPattern | undefined {
  const { loose, tight, ways, length, idleWays } = measure;
  if (idleWays > AFFORDABLE) return EXPONENTIAL;
  const isCounted = loose !== source;
  const found = isCounted ? check(`(?:${loose})$`) : check(source);
  if (found === "unsupported") return fuzz(source);
  if (!isCounted || found === undefined) return found;
  const endless = check(tight);
  if (endless === "unsupported") return fuzz(source);
  if (endless !== undefined) return endless.degree < FEW ? endless : found;
  return Math.min(ways, length ** found.degree) > AFFORDABLE ? found : undefined;
}

const EXPONENTIAL: SlowPattern = { growth: "exponentially with its length", degree: Infinity };
const UNDECIDED: SlowPattern = { growth: undefined, degree: Infinity };

/** Decides by automata, which know neither assertions nor references to groups, and may grow without end. */
function check(source: string): SlowPattern | "unsupported" | undefined {
  const answer = ask(source, { checker: "automaton", timeout: 5000 });
  const { kind } = answer.error ?? {};
  return kind === "unsupported" || kind === "timeout" ? "unsupported" : toVerdict(answer);
}

/** Tries texts that are made for the pattern: always the same ones, and by steps, so that a busy machine changes nothing. */
function fuzz(source: string): SlowPattern | undefined {
  const byStepsOnly = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null };
  return toVerdict(
    ask(source, { checker: "fuzz", timeout: 60_000, randomSeed: 1, attackLimit: AFFORDABLE, ...byStepsOnly }),
  );
}

function toVerdict({ status, complexity }: Answer): SlowPattern | undefined {
  if (status === "safe") return undefined;
  if (status === "unknown" || complexity === undefined) return UNDECIDED;
  if (complexity.type === "exponential") return EXPONENTIAL;
  const { degree } = complexity;
  return { growth: degree === 2 ? "with the square of its length" : `with the power ${degree} of its length`, degree };
}

interface Question {
  readonly checker: "automaton" | "fuzz";
  readonly timeout: number;
  readonly randomSeed?: number;
  readonly attackLimit?: number;
  readonly attackTimeout?: null;
  readonly incubationTimeout?: null;
  readonly seedingTimeout?: null;
}

interface Answer {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly type: string; readonly degree: number };
  readonly error?: { readonly kind: string };
}

/** The part of recheck's interface that is needed. */
interface Recheck {
  checkSync(source: string, flags: string, question: Question): Answer;
}

function ask(source: string, question: Question): Answer {
  // Three megabytes, so only when there is a pattern to decide.
  const recheck = createRequire(import.meta.url)("./recheck.cjs") as Recheck;
  try {
    return recheck.checkSync(source, "u", question);
  } catch (error) {
    // It goes through a pattern by calling itself, and one that is too deep for that is not decided.
    if (error instanceof RangeError) return { status: "unknown" };
    throw error;
  }
}
