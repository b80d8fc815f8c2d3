import { tool } from "@plainmcp/core";

export class Mistakes {
  /**
   * Tags that say something about a value, but not about this one.
   * @param unit A unit @default K
   * @param flag A flag @default maybe
   * @param other Another @example maybe
   */
  @tool
  all(unit: "C" | "F", flag: boolean, other: boolean): void {}

  /**
   * Tags that belong to nothing.
   * @title Stray
   * @default 4
   * @param count A number @title Count
   */
  @tool
  stray(count: number): void {}
}
