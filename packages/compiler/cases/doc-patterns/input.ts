import { tool } from "@plainmcp/core";

export class Patterns {
  /**
   * Patterns as people write them.
   * @param bare As it is @pattern ^[a-z]+$
   * @param literal Between slashes @pattern /^[a-z]+\/[0-9]+$/
   * @param unicode With the flag that holds anyway @pattern /^\p{Lu}/u
   * @param path A path is no literal @pattern /api/
   * @param schedule Every few minutes @pattern ^\*\/[0-9]+$
   * @param anchors Anchors inside @pattern ^(?:a$|^\bb|\$1 \^2)
   * @param range One number is left @minimum 0.1 @maximum 0.3 @multipleOf 0.1
   */
  @tool
  all(bare: string, literal: string, unicode: string, path: string, schedule: string, anchors: string, range: number): void {}

  /**
   * Constraints of one alternative.
   * @param size A number, or a name @minimum 1 @minLength 2
   * @param mode Only the long one is left @minLength 3
   */
  @tool
  alternatives(size: number | string, mode: "on" | "off"): void {}
}
