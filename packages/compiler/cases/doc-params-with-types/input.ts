import { tool } from "@plainmcp/core";

interface Order {
  count: number;
  lines: { price: number }[];
}

export class Shop {
  /**
   * Types before the names, as JavaScript has them.
   * @param {object} order The order
   * @param {number} order.count How many @minimum 1
   * @param {Object[]} order.lines The lines
   * @param {number} order.lines[].price The price
   *   @minimum 3
   * @param {string} [city="Paris"] Where
   * @returns {number} What it costs
   */
  @tool
  price(order: Order, city?: string): number {
    return 0;
  }

  /**
   * The same of a destructured parameter.
   * @param {object} args What is passed
   * @param {number} args.count How many @maximum 9
   */
  @tool
  count({ count }: { count: number }): void {}
}
