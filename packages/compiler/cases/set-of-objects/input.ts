import { tool } from "@plainmcp/core";

export class Calendar {
  /** Two equal dates are two values, and one JSON. */
  @tool
  days(chosen: Set<Date>): Set<Date> {
    return chosen;
  }
}
