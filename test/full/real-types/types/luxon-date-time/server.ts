import { tool } from "@plainmcp/core";
import type { DateTime } from "luxon";

export default class LuxonDateTime {
  /** A time. */
  @tool
  give(): { at: DateTime<true> } {
    throw new Error("Only compiled.");
  }
}
