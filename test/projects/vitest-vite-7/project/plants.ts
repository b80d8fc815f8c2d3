import { tool } from "@plainmcp/core";

/** What every greenhouse can do. */
export abstract class Plants {
  /** Waters the plants. */
  @tool
  water(): string {
    return "watered";
  }
}
