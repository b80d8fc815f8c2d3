import { tool } from "@plainmcp/core";


interface Item {
  /**
   * How many.
   * @minimum 1
   * @example 3
   * @example 5
   */
  count: number;
  /** @deprecated use count */
  amount?: number;
  /** A code. @pattern ^[A-Z]{3}$ @title Code */
  code: string;
}

export class Tags {
  /**
   * Tags after a parameter belong to it.
   *
   * @param count - How many
   *   @minimum 1 @maximum 10
   * @param rate Share of it {@exclusiveMinimum 0} and no more {@exclusiveMaximum 1}
   * @param step A step @multipleOf 0.5
   * @param name A name
   *   of two words
   *   @minLength 2
   *   @maxLength 20
   *   @pattern ^\w+ \w+$
   *   @example Ada Lovelace
   * @param list Some @minItems 1 @maxItems 3 @uniqueItems
   * @param mail An address @format email @default "a@example.com"
   * @param old @deprecated
   * @param offset -1 means the end
   * @returns What became of it @minimum 0
   */
  @tool
  all(
    count: number,
    rate: number,
    step: number,
    name: string,
    list: string[],
    mail: string,
    old?: string,
    offset?: number,
  ): number {
    return 0;
  }

  /** Comments of properties. */
  @tool
  properties(item: Item): void {}

  /** A comment at the parameter itself. */
  @tool
  inline(/** Where. @minimum 0 */ at: number, unit = "C" /* not this one */): void {}

  /**
   * Code in an example is no tag.
   * @param n A number
   * @example
   * ```ts
   * // @minimum 7
   * inlined(7);
   * ```
   * @returns A number
   */
  @tool
  example(n: number): number {
    return n;
  }

  /**
   * Other tags end a parameter.
   * @param n A number
   * @throws RangeError for a negative one
   * @remarks Slow.
   * @deprecated Use example.
   * @see example
   */
  @tool
  others(n: number): void {}
}
