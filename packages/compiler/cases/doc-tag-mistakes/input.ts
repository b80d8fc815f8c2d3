import { tool } from "@plainmcp/core";


export class Mistakes {
  /**
   * Tags that cannot be kept.
   * @param count A number @minimum one
   * @param name A name @minimum 1
   * @param code A code @pattern [
   * @param list A list @minItems -1
   * @param flag A flag @default maybe
   */
  @tool
  all(count: number, name: string, code: string, list: string[], flag: boolean): void {}

  /**
   * Tags that belong to nothing.
   * @title Stray
   * @minimum 3
   * @default 4
   * @param count A number @title Count
   */
  @tool
  stray(count: number): void {}
}
