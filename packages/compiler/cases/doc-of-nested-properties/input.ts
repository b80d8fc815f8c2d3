import { tool } from "@plainmcp/core";

export class Orders {
  /**
   * Places an order.
   * @param order What to send
   * @param order.to Where to @minLength 2
   * @param order.lines[].count How many of it @minimum 1
   * @param coupon.code From the letter
   */
  @tool
  place(order: { to: string; lines: { sku: string; count: number }[] }, coupon: { code: string } | null): void {}
}
