import { tool } from "@plainmcp/core";
import type { Decimal } from "decimal.js";

export default class DecimalResult {
  /** A sum. */
  @tool
  give(): { total: Decimal } {
    throw new Error("Only compiled.");
  }
}
