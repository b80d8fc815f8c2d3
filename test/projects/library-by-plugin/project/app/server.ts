import { Alarm } from "@clocks/tools";
import { tool } from "@plainmcp/core";

/** A lamp. */
class Lamp {
  /** Turns the lamp on. */
  @tool
  shine(): string {
    return "it shines";
  }
}

export default [Lamp, Alarm];
