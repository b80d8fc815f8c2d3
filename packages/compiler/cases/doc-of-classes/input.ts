import { tool } from "@plainmcp/core";

/** A sum of money. */
class Price {
  /** In cents. @minimum 0 */
  amount = 0;
  /** Of the world. */
  currency?: "EUR" | "USD";
}

/**
 * Sells things.
 *
 * Ask for the price first.
 * @remarks Closed on Sundays.
 */
export class Shop {
  /** What it costs. @returns Without tax */
  @tool
  price(of: string): Price {
    return new Price();
  }
}
