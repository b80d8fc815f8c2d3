import { tool } from "@plainmcp/core";

enum Flags {
  Read = 1 << 0,
  Write = 1 << 1,
  Share = 1 << 2,
}

type Minimum<Value extends number> = {
  "typia.tag"?: { kind: "minimum"; target: "number"; value: Value };
};
type MultipleOf<Value extends number> = {
  "typia.tag"?: { kind: "multipleOf"; target: "number"; value: Value };
};

/** @pattern ^[a-z]+$ @minLength 5 */
type Word = string;

/** @pattern ^[A-Z]{4} */
type Shout = Uppercase<string>;

export class Both {
  /** What a type says and what a comment says hold together. */
  @tool
  texts(order: {
    /** @pattern ^[1-9] */
    width: `${number}px`;
    /** @pattern ^[A-Z]{2} */
    loud: Uppercase<string>;
    /** @maxLength 5 */
    route: `${"a" | "b" | "c"}-${string}-${"d" | "e" | "f"}`;
    /** @format uuid */
    id: `${string}-${string}`;
    /** @pattern ^a*[ab]*-[0-9]+$ @maxLength 8 */
    short: `${string}-${number}`;
  }): void {}

  /** The stricter limit holds. */
  @tool
  limits(order: {
    /** @minItems 1 */
    pair: [string, string];
    /** @maxItems 4 */
    most: [string, number, ...string[]];
    /** @maximum 100 */
    wide: Flags;
    /** @maximum 3 */
    narrow: Flags;
    /** @minimum 1 */
    least: number & Minimum<3>;
    /** @multipleOf 4 */
    even: number & MultipleOf<6>;
    /** @uniqueItems false */
    set: Set<string>;
  }): void {}

  /**
   * The same above a parameter.
   * @param list A list @minItems 1
   */
  @tool
  rest(list: [string, Date, ...string[]]): void {}

  /** A comment nearer to the value replaces what one further away says, but not what the type says. */
  @tool
  nearer(order: {
    /** @pattern ^[0-9]+$ @minLength 1 */
    digits: Word;
    /** @pattern ^[A-Z]{2} */
    loud: Shout;
  }): void {}
}
