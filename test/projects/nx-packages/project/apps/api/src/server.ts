import { Prices } from "@market/prices";
import { tool } from "@plainmcp/core";

class Market {
  /** When the market opens. */
  @tool
  opens(): string {
    return process.env["OPENS"] ?? "at nine";
  }
}

export default [Market, Prices];
