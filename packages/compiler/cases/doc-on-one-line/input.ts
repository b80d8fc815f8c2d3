import { tool } from "@plainmcp/core";

type Point = { /** From the left. @minimum 0 */ x: number; /** From the top. */ y: number };

export class Points {
  /** Comments on the line of their property. */
  @tool
  move(to: Point, by?: { /** How far. */ distance: number; steps: number /** not a comment of anything */ }): Point {
    return to;
  }
}
