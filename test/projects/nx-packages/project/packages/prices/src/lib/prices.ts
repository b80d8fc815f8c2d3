import { tool } from "@plainmcp/core";

/** What things cost. */
export class Prices {
  /** Price of some pieces. @param pieces How many */
  @tool
  price(pieces: number): number {
    return pieces * 3;
  }
}
