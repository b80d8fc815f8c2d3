import { tool } from "@plainmcp/core";


interface Labels {
  name: string;
  [other: string]: string;
}

interface Extended {
  [key: `x-${string}`]: number;
}

export class Records {
  /** Any key. */
  @tool
  any(a: Record<string, number>, b: { [key: string]: boolean }, c: Labels): Record<string, Date> {
    return {};
  }

  /** Known keys. */
  @tool
  known(a: Record<"x" | "y", number>, b: Partial<Record<"x" | "y", number>>, none?: Record<string, never>) {}

  /** Keys of a pattern. */
  @tool
  patterns(a: Record<number, string>, b: Extended) {}
}
