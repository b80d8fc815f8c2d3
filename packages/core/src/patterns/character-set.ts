/** A set of characters. */
export interface CharacterSet {
  /** Code points from the first to the last. */
  readonly ranges: readonly CodeRange[];
  /** Unicode properties: the set has the characters with, or without, any of them. */
  readonly properties: readonly CharacterProperty[];
  /** Whether the set has all characters but these. */
  readonly isNegated: boolean;
}

export type CodeRange = readonly [first: number, last: number];

/** A Unicode property, such as `L` of `\p{L}`. */
export interface CharacterProperty {
  readonly name: string;
  readonly isNegated: boolean;
}

/** The last code point. */
export const LAST_CODE = 0x10ffff;

const DIGITS: readonly CodeRange[] = [[0x30, 0x39]];
const WORD: readonly CodeRange[] = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const LINE_ENDS: readonly CodeRange[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
const SPACES: readonly CodeRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** The set of one or a few ranges. */
export function setOf(...ranges: readonly CodeRange[]): CharacterSet {
  return { ranges, properties: [], isNegated: false };
}

/** Every character. */
export const EVERYTHING: CharacterSet = setOf([0, LAST_CODE]);

/** What `.` matches. */
export const NOT_LINE_END: CharacterSet = setOf(...allBut(LINE_ENDS));

/** What `\d`, `\W` and the like match. */
export function classOf(letter: string): CharacterSet {
  const lower = letter.toLowerCase();
  const ranges = lower === "d" ? DIGITS : lower === "w" ? WORD : SPACES;
  return setOf(...(letter === lower ? ranges : allBut(ranges)));
}

/** All code points outside of these sorted ranges. */
function allBut(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const starts = [0, ...ranges.map(([, last]) => last + 1)];
  const ends = [...ranges.map(([first]) => first - 1), LAST_CODE];
  return starts
    .map((start, index): CodeRange => [start, ends[index] as number])
    .filter(([first, last]) => first <= last);
}

/** Whether a set has every character. */
export function isEverything({ ranges, properties, isNegated }: CharacterSet): boolean {
  if (isNegated) return ranges.length === 0 && properties.length === 0;
  let next = 0;
  for (const [first, last] of [...ranges].sort(([one], [other]) => one - other)) {
    if (first > next) return false;
    next = Math.max(next, last + 1);
  }
  return next > LAST_CODE;
}
