import { tool } from "@plainmcp/core";

export class Floors {
  /** Names of floors. */
  @tool
  name(floors: Record<number, string>, sparse?: { [index: number]: string | null }): void {}
}
