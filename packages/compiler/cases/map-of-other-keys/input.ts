import { tool } from "@plainmcp/core";

export class Grid {
  /** Puts values at places. */
  @tool
  put(byId: Map<number, string>, byDay: Map<Date, string[]> = new Map()): Map<[x: number, y: number], string> {
    return new Map();
  }
}
