import { tool } from "@plainmcp/core";
import type { Feature, Point } from "geojson";

export default class GeojsonPoint {
  /** Where something is. */
  @tool
  give(): Feature<Point, { name: string }> {
    throw new Error("Only compiled.");
  }
}
