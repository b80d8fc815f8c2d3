import { tool } from "@plainmcp/core";

export class Lamp {
  /** Nothing to tell. */
  @tool
  on(): void {}

  /** Nothing, inferred. */
  @tool
  off() {}

  /** Nothing, or a reason. */
  @tool
  dim(to: number): string | void {
    if (to < 0) return "too dark";
  }
}
