import { tool } from "@plainmcp/core";

/** A tool whose result has a page, for clients that show pages. */
export class Clock {
  /** Tells the time. */
  @tool({ name: "show_clock", ui: { file: "clock.html" }, annotations: { readOnlyHint: true } })
  now(): Date {
    return new Date();
  }
}
