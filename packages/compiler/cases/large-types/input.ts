import { tool } from "@plainmcp/core";

/** Two of the next, so that each level has twice as many parts as the one before. */
interface Two<T> {
  left: T;
  right: T;
}

type Eight<T> = Two<Two<Two<T>>>;

interface Huge {
  a: Eight<string>;
  b: { [key: string]: Level1 };
}

type Level1 = { one: Level2; two: Level2; three: Level2; four: Level2; five: Level2 };
type Level2 = { one: Level3; two: Level3; three: Level3; four: Level3; five: Level3 };
type Level3 = { one: Level4; two: Level4; three: Level4; four: Level4; five: Level4 };
type Level4 = { one: Level5; two: Level5; three: Level5; four: Level5; five: Level5 };
type Level5 = { one: Level6; two: Level6; three: Level6; four: Level6; five: Level6 };
type Level6 = { one: string; two: string; three: string; four: string; five: string };

export class Large {
  /** More than a client would read. */
  @tool
  huge(small: string, start: Huge): Huge {
    throw new Error(`${small} ${start}`);
  }

  /** Still fine. */
  @tool
  fine(start: Level4): void {}
}
