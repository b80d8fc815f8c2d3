import { createRequire } from "node:module";

/** How the time a pattern takes grows with a text that an attacker wrote. */
export interface SlowPattern {
  /** Such as "exponentially" or "with the square of its length". */
  readonly growth: string;
  /** The power of the length; `Infinity` when each character doubles the time. */
  readonly degree: number;
}

/** Whether matching can take more than linear time; nothing for an honest pattern, and for one too large to decide. */
export function slowPattern(source: string): SlowPattern | undefined {
  if (!mayBacktrack(source)) return undefined;
  // One type may stand in a program a thousand times, and each decision can take half a second.
  const known = decided.get(source);
  if (known) return known.verdict;
  const verdict = decide(source);
  decided.set(source, { verdict });
  return verdict;
}

const decided = new Map<string, { readonly verdict: SlowPattern | undefined }>();

function decide(source: string): SlowPattern | undefined {
  const { status, complexity } = recheck().checkSync(source, "u", { checker: "automaton", timeout: 2000 });
  if (status !== "vulnerable") return undefined;
  if (complexity.type === "exponential") return { growth: "exponentially with its length", degree: Infinity };
  const { degree } = complexity;
  return { growth: degree === 2 ? "with the square of its length" : `with the power ${degree} of its length`, degree };
}

/**
 * One repetition of one character behind an anchor has nowhere to go back to. This spares loading the checker for nearly
 * all patterns.
 */
function mayBacktrack(source: string): boolean {
  const plain = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
  const repetitions = plain.match(/.(?:[*+]|\{\d+,\})/g) ?? [];
  if (repetitions.length !== 1) return repetitions.length > 1;
  return !source.startsWith("^") || plain.includes("|") || repetitions[0]?.startsWith(")") === true;
}

/** The part of recheck's interface that is needed. */
interface Recheck {
  checkSync(
    source: string,
    flags: string,
    options: { readonly checker: "automaton"; readonly timeout: number },
  ): {
    readonly status: "safe" | "vulnerable" | "unknown";
    readonly complexity: { readonly type: string; readonly degree: number };
  };
}

/** Three megabytes, so only when there is a pattern to decide. */
function recheck(): Recheck {
  return createRequire(import.meta.url)("./recheck.cjs") as Recheck;
}
