import { tool } from "@plainmcp/core";

export class Hidden {
  /** Private. */
  @tool
  private secret(): void {}

  /** Protected. */
  @tool
  protected inner(): void {}

  /** Of the class. */
  // @ts-expect-error TypeScript refuses it as well.
  @tool
  static shared(): void {}
}
