import { tool } from "@plainmcp/core";

export class Dates {
  /** The day after. */
  @tool
  next(day: Date, until?: Date | null): { day: Date } {
    return { day };
  }
}
