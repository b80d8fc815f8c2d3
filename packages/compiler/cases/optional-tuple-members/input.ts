import { tool } from "@plainmcp/core";

export class Ranges {
  /** Elements that may be missing. */
  @tool
  slice(range: [from: number, to?: number, step?: number], pair: readonly [string?, boolean?]): [number, string?] {
    return [0];
  }
}
