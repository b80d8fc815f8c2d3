import type { calendar_v3 } from "@googleapis/calendar";
import { tool } from "@plainmcp/core";

export default class GoogleEvents {
  /** The events of a calendar. */
  @tool
  give(): calendar_v3.Schema$Events {
    throw new Error("Only compiled.");
  }
}
