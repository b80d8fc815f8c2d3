import { createRequire } from "node:module";
import { FEW, measurePattern, type PatternMeasure, parsePattern } from "@plainmcp/core/internal/patterns";
import { withoutCounts } from "./without-counts.js";

/** How the time for a match grows with the length of a text that an attacker chose. */
export interface SlowPattern {
  /** Such as "exponential" or "quadratic"; undefined if unknown. */
  readonly growth: string | undefined;
  /** The exponent of the length; `Infinity` for exponential time. */
  readonly degree: number;
}

/** The number of steps that a server can afford for one match. */
export const AFFORDABLE = 1e8;

/** Checks whether matching may take much more than linear time; undefined for a safe pattern. */
export function slowPattern(source: string): SlowPattern | undefined {
  // A type may occur a thousand times in a program, and each check can take half a second.
  const known = decided.get(source);
  if (known) return known.verdict;
  const measure = measurePattern(parsePattern(source, true));
  const verdict = mayBacktrack(source, measure) ? decide(source, measure) : undefined;
  decided.set(source, { verdict });
  return verdict;
}

const decided = new Map<string, { readonly verdict: SlowPattern | undefined }>();

/**
 * A single repetition of one character after an anchor cannot backtrack. This avoids loading the checker for nearly all
 * patterns.
 */
function mayBacktrack(source: string, { ways, endless }: PatternMeasure): boolean {
  if (ways > AFFORDABLE || endless > 1) return true;
  const plain = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
  return endless === 1 && (!source.startsWith("^") || plain.includes("|") || /\)(?:[*+]|\{\d+,\})/.test(plain));
}

/**
 * High counts slow the checker down, and it considers counted repetitions safe, although fifty times fifty is as bad as
 * an unbounded repetition. So it checks the pattern without the counts, and the counts then decide whether its finding
 * matters.
 */
function decide(source: string, measure: PatternMeasure): SlowPattern | undefined {
  const { ways, length, idleWays } = measure;
  const { loose, tight } = withoutCounts(source);
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

const EXPONENTIAL: SlowPattern = { growth: "exponential", degree: Infinity };
const UNDECIDED: SlowPattern = { growth: undefined, degree: Infinity };

/** Decides by automata, which support neither assertions nor backreferences, and may grow without limit. */
function check(source: string): SlowPattern | "unsupported" | undefined {
  const answer = ask(source, { checker: "automaton", timeout: 5000 });
  const { kind } = answer.error ?? {};
  return kind === "unsupported" || kind === "timeout" ? "unsupported" : toVerdict(answer);
}

/**
 * Tries texts made for the pattern. The texts are always the same and the limit is in steps, so the result does not
 * depend on the machine.
 */
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
  return { growth: degree === 2 ? "quadratic" : `O(n^${degree})`, degree };
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

/** The part of recheck's interface that we use. */
interface Recheck {
  checkSync(source: string, flags: string, question: Question): Answer;
}

function ask(source: string, question: Question): Answer {
  // It has three megabytes, so load it only if there is a pattern to check.
  const recheck = createRequire(import.meta.url)("./recheck.cjs") as Recheck;
  try {
    return recheck.checkSync(source, "u", question);
  } catch (error) {
    // It is recursive, and a deeply nested pattern overflows the stack.
    if (error instanceof RangeError) return { status: "unknown" };
    throw error;
  }
}
