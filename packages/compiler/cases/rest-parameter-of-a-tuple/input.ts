import { tool } from "@plainmcp/core";

export class Draw {
  /** The rest, one by one. */
  @tool
  line(colour: string, ...points: [number, number][]): number {
    return points.length;
  }

  /** At least one. */
  @tool
  join(...parts: [string, ...string[]]): string {
    return parts.join();
  }
}
