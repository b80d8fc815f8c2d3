import { tool } from "@plainmcp/core";

/** @minimum 10 */
type Large = number;

export class Mistakes {
  /**
   * No value is left.
   * @param range A number @minimum 5 @maximum 1
   * @param open A number @exclusiveMinimum 1 @maximum 1
   * @param between A number @exclusiveMinimum 1 @exclusiveMaximum 1
   * @param whole A whole number @integer @exclusiveMinimum 1 @exclusiveMaximum 2
   * @param multiple A multiple @multipleOf 10 @minimum 1 @maximum 9
   * @param text A text @minLength 3 @maxLength 2
   * @param list A list @minItems 3 @maxItems 2
   * @param pair A pair @minItems 3
   * @param map A map @minProperties 2 @maxProperties 1
   * @param large A number whose type has the other limit @maximum 9
   */
  @tool
  limits(
    range: number,
    open: number,
    between: number,
    whole: number,
    multiple: number,
    text: string,
    list: string[],
    pair: [string, string],
    map: Record<string, string>,
    large: Large,
  ): void {}

  /**
   * No value of a closed list is left.
   * @param mode The mode @minLength 5
   * @param level The level @minimum 4
   * @param code The code @pattern ^[0-9]+$
   */
  @tool
  lists(mode: "on" | "off", level: 1 | 2 | 3, code: "a" | "b"): void {}
}
