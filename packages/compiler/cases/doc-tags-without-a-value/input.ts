import { tool } from "@plainmcp/core";

export class Mistakes {
  /**
   * Values that no keyword takes, and limits that leave nothing.
   * @param count A number @minimum many @maximum
   * @param step A step @multipleOf 0
   * @param code A code @pattern [ @maxLength 1.5
   * @param unit A unit @default K
   * @param range A number @minimum 5 @maximum 1
   * @param flag A flag @example maybe
   */
  @tool
  all(count: number, step: number, code: string, unit: "C" | "F", range: number, flag: boolean): void {}
}
