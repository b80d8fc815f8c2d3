import { tool } from "@plainmcp/core";

type Constructor = abstract new (...args: any[]) => object;

/** Adds a thermometer. */
export function Measured<B extends Constructor>(Base: B) {
  abstract class Measured extends Base {
    /** How warm it is. @param unit How to measure it */
    @tool
    temperature(unit: "celsius" | "kelvin"): number {
      return unit === "celsius" ? 20 : 293;
    }
  }
  return Measured;
}
