import { tool } from "@plainmcp/core";

/** Sells newspapers. */
export class Kiosk {
  /** Sells newspapers. @param copies How many */
  @tool
  sell(copies: number): string {
    return `sold ${copies}`;
  }
}
