import { Health } from "@clocks/tools";
import { tool } from "@plainmcp/core";

/** A lamp that says how it is. */
export default class Lamp extends Health {
  /** Turns the lamp on. */
  @tool
  shine(): string {
    return "it shines";
  }

  /** Whether the lamp is well. */
  @tool
  override health(): string {
    return super.health();
  }
}
