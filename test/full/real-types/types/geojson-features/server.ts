import { tool } from "@plainmcp/core";
import type { FeatureCollection } from "geojson";

export default class GeojsonFeatures {
  /** Draws features. */
  @tool
  take(value: FeatureCollection): void {
    console.error(value);
  }
}
