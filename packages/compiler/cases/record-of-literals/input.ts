import { tool } from "@plainmcp/core";

type Side = "left" | "right";

export class Margins {
  /** All sides, or some. */
  @tool
  set(all: Record<Side, number>, some?: Partial<Record<Side, number>>): Readonly<Record<Side, boolean>> {
    return { left: true, right: true };
  }
}
