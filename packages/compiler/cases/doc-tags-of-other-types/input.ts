import { tool } from "@plainmcp/core";

interface Fields {
  /** @minLength 1 */
  count: number;
  /** @minItems 1 */
  name?: string;
  /** @minProperties 1 */
  list: string[];
}

export class Mistakes {
  /**
   * Tags that say nothing about their type.
   * @param mode The mode @minimum 1
   * @param day The day @multipleOf 2
   * @param either Either @minItems 2
   * @param fields The fields
   */
  @tool
  all(mode: "a" | "b", day: Date | null, either: string | number, fields: Fields): void {}

  /**
   * Tags that say something about one alternative.
   * @param size A number, or a name @minimum 1 @minLength 2
   */
  @tool
  fine(size: number | string): void {}
}
