import { tool } from "@plainmcp/core";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Letter = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h";

/** A different type under each key, so that nothing repeats. */
type Different<Keys extends string> = { [K in Keys]: { [L in `${K}-${Letter}`]: string } };

interface Payment {
  id: string;
  charge: { amount: number; details: Different<`charge-${Digit}${Digit}`> };
  note: Different<"note">;
}

interface Archive {
  first: Different<`first-${Digit}${Digit}${Digit}`>;
  second: Different<`second-${Digit}`>;
}

/** Parts that lead to each other: each level holds five times as many as the one before, and is one type. */
type Level1 = { one: Level2; two: Level2; three: Level2; four: Level2; five: Level2 };
type Level2 = { one: Level3; two: Level3; three: Level3; four: Level3; five: Level3 };
type Level3 = { one: Level4; two: Level4; three: Level4; four: Level4; five: Level4 };
type Level4 = { one: Level5; two: Level5; three: Level5; four: Level5; five: Level5 };
type Level5 = { one: Level6; two: Level6; three: Level6; four: Level6; five: Level6 };
type Level6 = { one: Deepest; two: Deepest; three: Deepest; four: Deepest; five: Deepest };
type Deepest = { a: string; b: Date; c: number[]; d: "one" | "two" };

export class Large {
  /** A warning. */
  @tool
  pay(amount: number): Payment {
    throw new Error(`${amount}`);
  }

  /** An error. */
  @tool
  restore(name: string, archive: Archive): void {}

  /** Written out in full it would be a megabyte. */
  @tool
  repeated(levels: Level1): Level1 {
    return levels;
  }
}
