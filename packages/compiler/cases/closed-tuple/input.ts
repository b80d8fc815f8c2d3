import { tool } from "@plainmcp/core";

export class Points {
  /** Exactly so many elements. */
  @tool
  move(at: [number, number], by: readonly ["up" | "down", number], none: [] = []): [string, number] {
    return ["", 0];
  }
}
