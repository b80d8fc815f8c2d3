import { tool } from "@plainmcp/core";

export class Tags {
  /** What both have. */
  @tool
  common(a: Set<string>, b: ReadonlySet<"x" | "y">): Set<number> {
    return new Set();
  }
}
