import type { CharacterSet } from "./character-set.js";

/** A part of a regular expression. Groups are the parts inside them. */
export type PatternNode =
  /** One character of a set. */
  | { readonly kind: "character"; readonly set: CharacterSet }
  /** A place that has no characters: `^`, `$`, or a boundary of a word. */
  | { readonly kind: "place"; readonly at: "start" | "end" | "word" }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | PatternRepetition
  /** `(?=…)`, `(?!…)`, `(?<=…)` or `(?<!…)`. */
  | { readonly kind: "look"; readonly body: PatternNode; readonly isBehind: boolean }
  /** `\1` or `\k<name>`. */
  | { readonly kind: "reference" };

/** A repeated part, with its places in the source. */
export interface PatternRepetition {
  readonly kind: "repetition";
  readonly body: PatternNode;
  readonly min: number;
  readonly max: number;
  readonly start: number;
  /** Where the quantifier begins, which reaches to the end. */
  readonly quantifier: number;
  readonly end: number;
}
