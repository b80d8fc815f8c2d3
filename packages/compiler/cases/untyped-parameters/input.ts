import { tool } from "@plainmcp/core";


export class Untyped {
  /**
   * Types from the comment.
   * @param {string} city A city
   * @param days {number} How many
   * @param unit From the default
   */
  @tool
  all(city, days, unit = "C") {}
}
