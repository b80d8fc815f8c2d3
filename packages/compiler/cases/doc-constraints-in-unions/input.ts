import { tool } from "@plainmcp/core";

interface Part {
  name: string;
  inner?: Part;
  /** @maxItems 1 */
  others?: Part | Part[];
}

type Texts = string | Texts[];

/** @minimum 2 @maximum 8 */
type Small = number;

export class Unions {
  /** Constraints on strings are about strings, and not about what is sent as text. */
  @tool
  texts(order: {
    /** @maxLength 3 */
    when: string | Date;
    /** @pattern ^a */
    count: bigint | "auto";
    /** @minLength 30 */
    link: URL | string[] | string;
  }): void {}

  /**
   * A path leads through every branch, and a tag is about the branches that it fits.
   * @param query A query
   * @param query.q What to look for @maxLength 3 @maximum 5
   * @param query.mode How to look @minLength 4
   */
  @tool
  paths(query: { t: "r"; q: string; mode: "every" } | { t: "p"; q: number; mode: string } | { t: "d"; q: Date }): void {}

  /**
   * Beside a type that contains itself, too.
   * @param parts The parts @minItems 2
   */
  @tool
  references(parts: Part | Part[] | null): void {}

  /**
   * What is said of one kind of values leaves the others alone.
   * @param rows Rows
   * @param rows[].size A size, nearer to the value than its type @minimum 1
   * @param count A count @minimum 1 @integer
   * @param pair A pair or a text @maxItems 3
   * @param texts Texts @minLength 2
   */
  @tool
  kinds(
    rows: ({ size: Small } | { size: string })[],
    count: number | bigint | null,
    pair: [string, number?] | string,
    texts: Texts | Date,
  ): void {}

  /**
   * Alternatives of the arguments themselves.
   * @param query.size A size @minimum 1
   */
  @tool
  flat({ ...query }: { t: "r"; size: string } | { t: "s"; size: number } | { t: "u"; size?: number | null }): void {
    void query;
  }
}
