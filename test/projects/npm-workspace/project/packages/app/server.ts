import { Health, Rooms } from "@hotel/tools";
import { tool } from "@plainmcp/core";

/** The front desk. */
class Desk extends Health {
  /** Welcomes a guest. @param name Who arrives */
  @tool
  welcome(name: string): string {
    return `Welcome, ${name}`;
  }
}

export default [Desk, Rooms];
