import { tool } from "@plainmcp/core";

interface Part {
  name: string;
  inner?: Part;
  /** @maxItems 1 */
  others?: Part | Part[];
}

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
}
