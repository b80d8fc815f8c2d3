import { tool } from "@plainmcp/core";

export class Scores {
  /** Sets scores by name. */
  @tool
  set(scores: Record<string, number>, notes?: Record<string, { text: string }>): Record<string, string[]> {
    return {};
  }
}
