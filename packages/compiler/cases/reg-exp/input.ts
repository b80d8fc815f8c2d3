import { tool } from "@plainmcp/core";

export class Search {
  /** Lines that match. */
  @tool
  lines(matching: RegExp): RegExp {
    return matching;
  }
}
