import { tool } from "@plainmcp/core";
import { type Point, type Shape, UNIT } from "./geometry.js";

export class Geometry {
  /** Types of a `.d.ts` file. */
  @tool
  draw(shape: Shape, at: Point, unit: "mm" | "in" = UNIT): Point[] {
    return [];
  }
}
