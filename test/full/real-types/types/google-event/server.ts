import type { calendar_v3 } from "@googleapis/calendar";
import { tool } from "@plainmcp/core";

export default class GoogleEvent {
  /** Adds an event to the calendar. */
  @tool
  take(value: calendar_v3.Schema$Event): void {
    console.error(value);
  }
}
