import type { Event } from "@microsoft/microsoft-graph-types";
import { tool } from "@plainmcp/core";

export default class GraphEvent {
  /** An event. */
  @tool
  give(): Event {
    throw new Error("Only compiled.");
  }
}
