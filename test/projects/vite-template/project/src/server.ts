import { tool } from "@plainmcp/core";
import { type Unit, toKelvin } from "./units.ts";

/** Converts temperatures. */
export class Converter {
  /** To kelvin. @param degrees How warm it is @param unit What that is measured in */
  @tool
  kelvin(degrees: number, unit: Unit = "celsius"): number {
    if (process.env.UNITS === "off") return degrees;
    return toKelvin(degrees, unit);
  }
}
