import { tool } from "@plainmcp/core";

/** What each of our servers says of itself. */
export abstract class Health {
  /** Whether the server is well. */
  @tool
  health(): string {
    return `${this.constructor.name} is well`;
  }
}
