import { tool } from "@plainmcp/core";

export class Numbers {
  /** Multiplies without end. */
  @tool
  multiply(a: bigint, b = 2n, one?: 1n | -1n): bigint {
    return a * b;
  }

  /** Balances of accounts. */
  @tool
  balances(): { total: bigint; each: Record<string, bigint> } {
    return { total: 0n, each: {} };
  }
}
