import { tool } from "@plainmcp/core";
import type { TopLevelSpec } from "vega-lite";

export default class VegaLiteChart {
  /** Draws a chart. */
  @tool
  take(value: TopLevelSpec): void {
    console.error(value);
  }
}
