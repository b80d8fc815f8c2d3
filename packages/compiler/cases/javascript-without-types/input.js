import { tool } from "@plainmcp/core";

export class Loose {
  /**
   * Adds.
   * @param a The first
   * @param {number} [b=2] The second
   */
  @tool
  add(a, b = 2) {
    return a + b;
  }
}
