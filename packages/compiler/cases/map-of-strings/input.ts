import { tool } from "@plainmcp/core";

export class Counts {
  /** Adds up counts by name. */
  @tool
  total(counts: Map<string, number>, limits?: ReadonlyMap<"low" | "high", number>): Map<string, Date> {
    return new Map();
  }
}
