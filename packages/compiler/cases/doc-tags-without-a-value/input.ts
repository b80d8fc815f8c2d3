import { tool } from "@plainmcp/core";

export class Mistakes {
  /**
   * Texts that are no value of the constraint.
   * @param count A number @minimum many @maximum
   * @param most A number @maximum 1e999
   * @param step A step @multipleOf 0
   * @param name A name @minLength abc
   * @param code A code @pattern [ @maxLength 1.5
   * @param list A list @minItems -1 @maxItems 3 of them
   */
  @tool
  all(count: number, most: number, step: number, name: string, code: string, list: string[]): void {}

  /**
   * Patterns that are none.
   * @param flagged Written with a flag that changes what matches @pattern /^[a-z]+$/i
   * @param unknown With a flag that does not exist @pattern /^[a-z]+$/x
   * @param lenient What only passes without the flag u @pattern ^[\w-.]+$
   * @param group A group that does not end @pattern ^(a|b$
   * @param prose With words after it @pattern ^[a-z]+$ in lower case
   * @param before With words before it @pattern matches ^[a-z]+$
   * @param empty Nothing @pattern
   */
  @tool
  patterns(
    flagged: string,
    unknown: string,
    lenient: string,
    group: string,
    prose: string,
    before: string,
    empty: string,
  ): void {}
}
