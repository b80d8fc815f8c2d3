import { tool } from "@plainmcp/core";

interface Fields {
  /** @minLength 1 */
  count: number;
  /** @minItems 1 */
  name?: string;
  /** @minProperties 1 */
  list: string[];
}

/** @pattern ^[0-9]+$ */
type Port = number;

interface Box<T> {
  /** @maxLength 3 */
  value: T;
}

export class Mistakes {
  /**
   * Constraints that say nothing about their type.
   * @param mode The mode @minimum 1
   * @param day The day @multipleOf 2
   * @param either Either @minItems 2
   * @param amount Digits @minimum 1
   * @param fields The fields
   * @param flag Yes or no @integer
   */
  @tool
  all(mode: "a" | "b", day: Date | null, either: string | number, amount: bigint, fields: Fields, flag: boolean): void {}

  /** Where the type is declared. */
  @tool
  declared(port: Port, word: Box<string>, number: Box<number>): void {}
}
