import type { PatternAutomaton, Step } from "./pattern-automaton.js";

/**
 * Counts the ways through a pattern over one text, if each loop is left at one place of the text. The number is rather too high
 * than too low: parts count as alike if they begin with the same character.
 */
export function countWays({ start, next, loops, kinds, order, idleWays }: PatternAutomaton): number {
  const bits = new Map<bigint, readonly number[]>();
  const ways: number[] = [];
  for (const position of [...order].reverse()) {
    if (ways[position] !== undefined) continue;
    const loop = loops[position];
    const positions = loop?.positions ?? [position];
    const leaving = positions.map((from) =>
      (next[from] ?? []).filter(([to]) => loop === undefined || loops[to] !== loop),
    );
    const most = Math.max(...leaving.map(mostAlike));
    for (const one of positions) ways[one] = most;
  }
  return Math.max(idleWays, mostAlike(start));

  /** The ways of all steps over the same character, for the character with the most of them. */
  function mostAlike(steps: readonly Step[]): number {
    const sums: number[] = [];
    for (const [position, own] of steps) {
      for (const bit of bitsOf(kinds.at(position))) sums[bit] = (sums[bit] ?? 0) + own * (ways[position] ?? 1);
    }
    return sums.reduce((most, sum) => Math.max(most, sum), 1);
  }

  function bitsOf(kinds: bigint): readonly number[] {
    const known = bits.get(kinds);
    if (known !== undefined) return known;
    const found = [...kinds.toString(2)].reverse().flatMap((digit, bit) => (digit === "1" ? [bit] : []));
    bits.set(kinds, found);
    return found;
  }
}
