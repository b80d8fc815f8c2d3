import { FEW, isCounted, measurePattern, type PatternNode, parsePattern } from "@plainmcp/core/internal/patterns";

/** Two forms of a pattern in which counts do not matter. */
export interface UncountedPattern {
  /** The pattern with every counted repetition made unbounded. */
  readonly loose: string;
  /** The pattern with every counted repetition limited to {@link FEW} rounds. */
  readonly tight: string;
}

/** Rewrites the counted repetitions of a pattern with the `u` flag. */
export function withoutCounts(source: string): UncountedPattern {
  let [loose, tight] = ["", ""];
  let done = 0;
  const visit = (node: PatternNode): void => {
    if (node.kind === "sequence") node.parts.forEach(visit);
    if (node.kind === "choice") node.options.forEach(visit);
    if (node.kind === "look" || node.kind === "repetition") visit(node.body);
    if (node.kind !== "repetition" || !isCounted(node, measurePattern(node.body))) return;
    const { min, max, quantifier, end } = node;
    const before = source.slice(done, quantifier);
    loose += before + (min === 0 ? "*" : "+");
    tight += `${before}{${Math.min(min, FEW)},${Math.min(max, FEW)}}`;
    done = end;
  };
  visit(parsePattern(source, true));
  return { loose: loose + source.slice(done), tight: tight + source.slice(done) };
}
