import { tool } from "@plainmcp/core";
import type { Decimal } from "decimal.js";

export default class DecimalParameter {
  /** Takes a sum, of which the method receives the bare fields. */
  @tool
  take(value: Decimal): void {
    console.error(value);
  }
}
