import { isRegExp } from "../formats/regex.js";
import { countWays } from "./count-ways.js";
import { findGrowth, type Growth } from "./find-growth.js";
import { measurePattern } from "./measure-pattern.js";
import { parsePattern, surveyPattern } from "./parse-pattern.js";
import { type Counts, createAutomaton } from "./pattern-automaton.js";
import type { PatternNode, PatternRepetition } from "./pattern-node.js";
import { TooMuchWorkError, WorkBudget } from "./work-budget.js";

/**
 * Judges a regular expression that a client wrote, before anything runs it. It may take time that grows with the square of the
 * text's length, as `a.*b` does, but not more.
 *
 * The verdict comes from the structure of the pattern, and is quick for every pattern. It is strict: it also refuses a pattern
 * that matches one text in many ways, but happens to find one of them at once.
 *
 * @param source Its source. It has the `u` flag if that is possible
 * @returns what is wrong with it, and what to write instead, as the end of "expected a fast pattern, got …"; `undefined` also for
 *   what is no regular expression
 */
export function judgePattern(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return `one of ${source.length} characters: write at most ${MAX_LENGTH}`;
  const isUnicode = isRegExp(source, "u");
  if (!isUnicode && !isRegExp(source, "")) return undefined;
  const { depth, setsFlags } = surveyPattern(source);
  if (depth > MAX_DEPTH) return `one with ${depth} groups in each other: write at most ${MAX_DEPTH}`;
  if (setsFlags) return "one that sets flags for a part of itself: write it without (?i:…)";
  const pattern = parsePattern(source, isUnicode);
  if (has(pattern, isReference)) return "one that refers back to a group: write it without \\1 and \\k<name>";
  if (has(pattern, isFarLookbehind)) {
    return "one that looks back far: write (?<=…) without repetitions and with few alternatives";
  }
  try {
    return judgeGrowth(pattern, source, new WorkBudget(MAX_WORK));
  } catch (error) {
    if (!(error instanceof TooMuchWorkError)) throw error;
    return "one with too many parts to tell how long it takes: write a simpler one";
  }
}

/** People write shorter ones. Even to parse a long one takes a while. */
const MAX_LENGTH = 1000;

/** The functions here call themselves for each group in a group. */
const MAX_DEPTH = 30;

/** The steps that a verdict may take. */
const MAX_WORK = 50_000;

/**
 * How many ways a pattern may have beside its loops, by the exponent of the text's length. With a text of ten thousand
 * characters, the worst of them takes seconds.
 */
const MAX_WAYS: readonly number[] = [1_000_000, 10_000, 30];

function judgeGrowth(pattern: PatternNode, source: string, budget: WorkBudget): string | undefined {
  const { ways, length, idleWays } = measurePattern(pattern);
  const loose = examine(pattern, "loose", budget);
  if (isFine(loose.growth, loose.ways * idleWays)) return undefined;
  // Its counts may keep a pattern from what it could do without them.
  const tight = examine(pattern, "tight", budget);
  if (!isFine(tight.growth, tight.ways * idleWays)) return explain(tight.growth, source);
  // What a lookahead matches has no length in the pattern.
  const reach = has(pattern, ({ kind }) => kind === "look") ? Infinity : length;
  const most = Math.min(ways, reach ** (loose.growth.degree - tight.growth.degree));
  return isFine(tight.growth, most * idleWays) ? undefined : explain(loose.growth, source);
}

/** How long the pattern takes, and in how many ways it can match beside its loops. */
function examine(pattern: PatternNode, counts: Counts, budget: WorkBudget) {
  const automaton = createAutomaton(pattern, counts, budget);
  return { growth: findGrowth(automaton, budget), ways: countWays(automaton) };
}

function isFine({ degree }: Growth, ways: number): boolean {
  const limit = MAX_WAYS[degree];
  return limit !== undefined && ways <= limit;
}

function explain({ degree, loops }: Growth, source: string): string {
  const names = loops.flatMap(({ repetition }) => (repetition ? [quotePart(repetition, source)] : []));
  const [why, instead] =
    degree === Infinity
      ? [
          `${names.join()} matches the same text in many ways`,
          "do not repeat what is itself repeated or optional, or has alternatives that match the same",
        ]
      : degree in MAX_WAYS
        ? ["its alternatives match the same text in many ways", "let them begin with different characters"]
        : [
            `${listLoops(names)} share the same text in many ways`,
            "write fewer of them, or let each match other characters",
          ];
  return `one that can take very long, because ${why}: ${instead}`;
}

function listLoops(names: readonly string[]): string {
  if (names.length > MAX_NAMES) return `${names.slice(0, MAX_NAMES).join(", ")} and ${names.length - MAX_NAMES} more`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const MAX_NAMES = 3;

function quotePart({ start, end }: PatternRepetition, source: string): string {
  const text = source.slice(start, end);
  return `\`${text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text}\``;
}

const MAX_QUOTE = 40;

function isReference({ kind }: PatternNode): boolean {
  return kind === "reference";
}

function isFarLookbehind(node: PatternNode): boolean {
  if (node.kind !== "look" || !node.isBehind) return false;
  const { endless, ways, length } = measurePattern(node.body);
  return endless > 0 || ways > MAX_WAYS_BEHIND || length > MAX_LENGTH_BEHIND;
}

const MAX_WAYS_BEHIND = 20;
const MAX_LENGTH_BEHIND = 100;

/** Whether a pattern or a part of it passes a test. */
function has(node: PatternNode, test: (node: PatternNode) => boolean): boolean {
  if (test(node)) return true;
  switch (node.kind) {
    case "sequence":
      return node.parts.some((part) => has(part, test));
    case "choice":
      return node.options.some((option) => has(option, test));
    case "look":
    case "repetition":
      return has(node.body, test);
    default:
      return false;
  }
}
